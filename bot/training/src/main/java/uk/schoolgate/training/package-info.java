/** Adapts the embedding model to screening; runs once, its result is kept in the project. */
@NullMarked
package uk.schoolgate.training;

import org.jspecify.annotations.NullMarked;
