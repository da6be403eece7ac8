package uk.schoolgate.core.audit;

import java.time.Instant;

/**
 * An audit event at its place in the chain.
 *
 * @param number from 1, without gaps
 * @param at when it was entered
 * @param event what happened
 * @param previous hash of the entry before, {@link AuditChain#GENESIS} for the first
 * @param hash SHA-256 in hex over everything above
 */
public record AuditEntry(long number, Instant at, AuditEvent event, String previous, String hash) {}
