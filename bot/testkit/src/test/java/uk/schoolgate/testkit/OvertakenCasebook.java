package uk.schoolgate.testkit;

import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import uk.schoolgate.core.audit.AuditEntry;
import uk.schoolgate.core.concern.Concern;
import uk.schoolgate.core.concern.ConcernId;
import uk.schoolgate.core.flow.Casebook;
import uk.schoolgate.core.handoff.Incident;
import uk.schoolgate.core.handoff.Reference;
import uk.schoolgate.core.school.PersonId;
import uk.schoolgate.core.school.SchoolCode;
import uk.schoolgate.core.wording.Tongue;

/** A casebook whose first reader of an incident is overtaken: something happens right after it was read. */
final class OvertakenCasebook implements Casebook {
    private final Casebook casebook;
    private Runnable between;

    OvertakenCasebook(Casebook casebook, Runnable between) {
        this.casebook = casebook;
        this.between = between;
    }

    @Override
    public Optional<Incident> incident(SchoolCode school, Reference reference) {
        Optional<Incident> read = casebook.incident(school, reference);
        Runnable once = between;
        between = () -> {};
        once.run();
        return read;
    }

    @Override
    public Optional<Concern> concern(SchoolCode school, ConcernId id) {
        return casebook.concern(school, id);
    }

    @Override
    public List<Incident> incidents(SchoolCode school) {
        return casebook.incidents(school);
    }

    @Override
    public int lastIncidentNumber(SchoolCode school, int year) {
        return casebook.lastIncidentNumber(school, year);
    }

    @Override
    public int incidentsOf(SchoolCode school, PersonId author, Instant since) {
        return casebook.incidentsOf(school, author, since);
    }

    @Override
    public Optional<ConcernId> signpost(SchoolCode school, String name) {
        return casebook.signpost(school, name);
    }

    @Override
    public boolean hasMark(SchoolCode school, String mark) {
        return casebook.hasMark(school, mark);
    }

    @Override
    public Tongue languageOf(SchoolCode school, PersonId person) {
        return casebook.languageOf(school, person);
    }

    @Override
    public Map<String, Integer> tally(SchoolCode school, String tally) {
        return casebook.tally(school, tally);
    }

    @Override
    public List<AuditEntry> auditTrail(SchoolCode school) {
        return casebook.auditTrail(school);
    }
}
