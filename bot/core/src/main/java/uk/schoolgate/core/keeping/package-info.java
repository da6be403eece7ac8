/** How long personal data is kept, what is kept about one person, and how it is erased. */
@NullMarked
package uk.schoolgate.core.keeping;

import org.jspecify.annotations.NullMarked;
