package uk.schoolgate.core.handoff;

import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;
import java.util.stream.Collectors;
import uk.schoolgate.core.audit.AuditEntry;
import uk.schoolgate.core.audit.AuditEvent;

/**
 * Holds two books against each other, the audit trail and the delivery ledger: every confirmed incident has exactly one
 * delivered e-mail, or is on its way, or somebody has to be told.
 *
 * @param confirmed how many incidents were ever confirmed
 * @param delivered how many of them are in the complaints inbox
 * @param gaps those that somebody has to be told about
 */
public record Reconciliation(int confirmed, int delivered, List<Gap> gaps) {
    /** Actions of the audit trail. */
    public static final String CONFIRMED = "concern.confirmed";

    public static final String DELIVERED = "incident.delivered";

    /** A mail server may be down for so long before anybody has to be told. */
    private static final Duration PATIENCE = Duration.ofDays(1);

    public Reconciliation {
        gaps = List.copyOf(gaps);
    }

    /** What can be amiss with an incident. */
    public enum Kind {
        /** Its e-mail was given up. */
        DEAD,
        /** Its e-mail has been on its way for more than a day. */
        LATE,
        /** It was confirmed, and the ledger does not know it. */
        MISSING,
        /** The audit trail has its delivery more than once. */
        TWICE
    }

    /** An incident with which something is amiss. */
    public record Gap(String reference, Kind kind) {}

    /** What the books of a school say. */
    public static Reconciliation of(List<AuditEntry> trail, List<Incident> ledger, Instant now) {
        Map<String, Instant> confirmed = new LinkedHashMap<>();
        Map<String, Integer> deliveries = new HashMap<>();
        for (AuditEntry entry : trail) {
            AuditEvent event = entry.event();
            if (event.action().equals(CONFIRMED)) {
                confirmed.putIfAbsent(event.detail(), entry.at());
            } else if (event.action().equals(DELIVERED)) {
                deliveries.merge(event.subject(), 1, Integer::sum);
            }
        }
        Map<String, Incident> incidents = ledger.stream()
                .collect(Collectors.toMap(incident -> incident.reference().value(), Function.identity()));
        List<Gap> gaps = new ArrayList<>();
        confirmed.forEach((reference, at) -> gap(
                        Optional.ofNullable(incidents.get(reference)), deliveries.getOrDefault(reference, 0), at, now)
                .ifPresent(kind -> gaps.add(new Gap(reference, kind))));
        int delivered = Math.toIntExact(
                confirmed.keySet().stream().filter(deliveries::containsKey).count());
        return new Reconciliation(confirmed.size(), delivered, gaps);
    }

    /** Whether somebody may ask for its e-mail again: it was given up, or has been on its way for longer than it should. */
    public static boolean maySendAgain(Incident incident, Instant now) {
        return switch (incident.delivery()) {
            case Delivery.Dead _ -> true;
            case Delivery.Delivered _ -> false;
            case Delivery.Queued _, Delivery.Retrying _ ->
                late(incident.confirmedAt(), now).isPresent();
        };
    }

    private static Optional<Kind> gap(Optional<Incident> incident, int deliveries, Instant confirmedAt, Instant now) {
        if (deliveries > 0) {
            return deliveries == 1 ? Optional.empty() : Optional.of(Kind.TWICE);
        }
        if (incident.isEmpty()) {
            return Optional.of(Kind.MISSING);
        }
        return switch (incident.get().delivery()) {
            case Delivery.Dead dead -> Optional.of(Kind.DEAD);
            case Delivery.Delivered delivered -> Optional.of(Kind.MISSING);
            case Delivery.Queued queued -> late(confirmedAt, now);
            case Delivery.Retrying retrying -> late(confirmedAt, now);
        };
    }

    private static Optional<Kind> late(Instant confirmedAt, Instant now) {
        return confirmedAt.plus(PATIENCE).isBefore(now) ? Optional.of(Kind.LATE) : Optional.empty();
    }
}
