/** The embedding model inside its jar, and retrieval over policies with Lucene. */
@NullMarked
package uk.schoolgate.adapter.models;

import org.jspecify.annotations.NullMarked;
