/** Streams, concerns, incidents and the audit trail in Redis. */
@NullMarked
package uk.schoolgate.adapter.redis;

import org.jspecify.annotations.NullMarked;
