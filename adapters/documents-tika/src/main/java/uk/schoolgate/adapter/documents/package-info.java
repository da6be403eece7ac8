/** Reads policies out of PDF, Word, HTML, Markdown and text, keeping their structure. */
@NullMarked
package uk.schoolgate.adapter.documents;

import org.jspecify.annotations.NullMarked;
