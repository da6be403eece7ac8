package uk.schoolgate.testkit;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import java.time.Duration;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.function.Consumer;
import org.junit.jupiter.api.Test;
import uk.schoolgate.core.audit.AuditChain;
import uk.schoolgate.core.audit.AuditEvent;
import uk.schoolgate.core.audit.AuditHead;
import uk.schoolgate.core.concern.Concern;
import uk.schoolgate.core.flow.Casebook;
import uk.schoolgate.core.flow.Commit;
import uk.schoolgate.core.flow.WorkQueue;
import uk.schoolgate.core.flow.WorkQueue.Disposition;
import uk.schoolgate.core.flow.WorkQueue.Settlement;
import uk.schoolgate.core.handoff.Delivery;
import uk.schoolgate.core.handoff.Incident;
import uk.schoolgate.core.handoff.Reference;
import uk.schoolgate.core.keeping.Archive;
import uk.schoolgate.core.keeping.Traces;
import uk.schoolgate.core.message.Addressee;
import uk.schoolgate.core.message.Block;
import uk.schoolgate.core.message.Button;
import uk.schoolgate.core.message.Content;
import uk.schoolgate.core.message.Conversation;
import uk.schoolgate.core.message.EventId;
import uk.schoolgate.core.message.Incoming;
import uk.schoolgate.core.message.Intake;
import uk.schoolgate.core.message.Mail;
import uk.schoolgate.core.message.Media;
import uk.schoolgate.core.message.Outgoing;
import uk.schoolgate.core.school.PersonId;
import uk.schoolgate.core.school.Platform;
import uk.schoolgate.core.school.SchoolCode;
import uk.schoolgate.core.wording.Tongue;

/** What every store promises: the intake, the two queues, and the casebook together. */
public interface StoreContract {
    /** The store under test, empty. */
    Store store();

    /**
     * A store whose clock starts at {@link SettableClock#onATuesday()}.
     *
     * @param advance moves its clock, and does what is due then
     */
    record Store(
            Intake intake,
            WorkQueue<Incoming> incoming,
            WorkQueue<Outgoing> outgoing,
            Casebook casebook,
            Archive archive,
            Consumer<Duration> advance) {}

    @Test
    default void whatIsAcceptedReachesTheWorkerUnchanged() {
        Store store = store();
        List<Incoming> sent = List.of(
                new Incoming.Message(
                                new EventId("m1"),
                                Samples.CODE,
                                new Conversation.GroupChat(Platform.WHATSAPP, "CH1"),
                                Samples.PARENT,
                                "Dan 🙂",
                                "Ünïcode \uD83D\uDE42 and\nlines \"quoted\"",
                                List.of(new Media("image/jpeg", "ME1")),
                                true,
                                Samples.NOON)
                        .replyingTo("m0/0"),
                new Incoming.Edited(
                        new EventId("e1"),
                        Samples.CODE,
                        new Conversation.GroupChat(Platform.TEAMS, "19:x@thread.tacv2"),
                        new EventId("m1"),
                        Samples.TEACHER,
                        "Anna",
                        "as it reads now",
                        Samples.NOON),
                new Incoming.Deleted(
                        new EventId("d1"),
                        Samples.CODE,
                        new Conversation.GroupChat(Platform.WHATSAPP, "CH1"),
                        new EventId("m1"),
                        Samples.NOON),
                new Incoming.Press(
                        new EventId("b1"),
                        Samples.CODE,
                        new Conversation.PrivateChat(Platform.TEAMS, Samples.HEAD),
                        Samples.HEAD,
                        "sure:C0123456789ABCDEF",
                        Samples.NOON),
                new Incoming.OptedOut(
                        new EventId("o1"),
                        Samples.CODE,
                        new Conversation.GroupChat(Platform.WHATSAPP, "CH1"),
                        Samples.PARENT,
                        Samples.NOON),
                new Incoming.DealtWith(
                        new EventId("s1"),
                        Samples.CODE,
                        Optional.of(new Conversation.GroupChat(Platform.WHATSAPP, "CH1")),
                        List.of(new Media("image/jpeg", "ME1")),
                        Samples.NOON),
                new Incoming.Alarm(new EventId("a1"), Samples.CODE, "C0123456789ABCDEF", "REMIND", Samples.NOON));
        List<Incoming> got = new CopyOnWriteArrayList<>();
        try (WorkQueue.Subscription _ = store.incoming().consume(collecting(got))) {
            sent.forEach(store.intake()::accept);
            await().until(() -> got.size() == sent.size());
        }
        assertThat(got).containsExactlyInAnyOrderElementsOf(sent);
    }

    @Test
    default void theSameEventTwiceIsWorkedOnOnce() {
        Store store = store();
        List<Incoming> got = new CopyOnWriteArrayList<>();
        Incoming message = Samples.inKestrel("m1", Samples.PARENT, "hello");
        try (WorkQueue.Subscription _ = store.incoming().consume(collecting(got))) {
            assertThat(store.intake().knows(Samples.CODE, message.id())).isFalse();
            assertThat(store.intake().accept(message)).isEqualTo(Intake.Receipt.ACCEPTED);
            assertThat(store.intake().accept(message)).isEqualTo(Intake.Receipt.DUPLICATE);
            assertThat(store.intake().knows(Samples.CODE, message.id())).isTrue();
            assertThat(store.intake().knows(new SchoolCode("OTH"), message.id()))
                    .isFalse();
            await().until(() -> !got.isEmpty());
            assertThat(store.intake().accept(message)).isEqualTo(Intake.Receipt.DUPLICATE);
            Incoming last = Samples.inKestrel("m2", Samples.PARENT, "hello");
            store.intake().accept(last);
            await().until(() -> got.contains(last));
        }
        assertThat(got).hasSize(2);
    }

    @Test
    default void itemsOfOneConversationStayInOrder() {
        Store store = store();
        Map<Conversation, List<String>> got = new ConcurrentHashMap<>();
        AtomicInteger count = new AtomicInteger();
        try (WorkQueue.Subscription _ = store.incoming().consume(delivery -> {
            Incoming.Message message = (Incoming.Message) delivery.item();
            got.computeIfAbsent(message.conversation(), key -> Collections.synchronizedList(new ArrayList<>()))
                    .add(message.text());
            count.incrementAndGet();
            return Settlement.done(Commit.nothing(Samples.CODE));
        })) {
            for (int i = 0; i < 200; i++) {
                PersonId author = new PersonId("+4477009001%02d".formatted(i % 7));
                store.intake().accept(Samples.inPrivate("m" + i, author, "%03d".formatted(i)));
            }
            await().until(() -> count.get() == 200);
        }
        assertThat(got)
                .hasSize(7)
                .allSatisfy((conversation, texts) -> assertThat(texts).isSorted());
    }

    @Test
    default void whatFollowsFromAnItemIsStoredTogether() {
        Store store = store();
        Concern concern = Samples.concern("m1");
        Incident incident = incident(concern, 1);
        Commit commit = new Commit.Builder(Samples.CODE)
                .store(concern)
                .open(new Commit.Opened(incident, List.of(Samples.PARENT), 2026, 1))
                .record(new AuditEvent("S01", "concern.confirmed", concern.id().value(), ""))
                .record(new AuditEvent("schoolgate", "incident.queued", "TST-26-0001", ""))
                .mark("nudge:x", Duration.ofDays(7))
                .build();
        commitThroughQueue(store, commit);

        Casebook casebook = store.casebook();
        assertThat(casebook.concern(Samples.CODE, concern.id())).contains(concern.stored());
        assertThat(casebook.incident(Samples.CODE, incident.reference())).contains(incident);
        assertThat(casebook.incidents(Samples.CODE)).containsExactly(incident);
        assertThat(casebook.lastIncidentNumber(Samples.CODE, 2026)).isEqualTo(1);
        assertThat(casebook.incidentsOf(Samples.CODE, Samples.PARENT, Samples.NOON.minusSeconds(1)))
                .isEqualTo(1);
        assertThat(casebook.incidentsOf(Samples.CODE, Samples.PARENT, Samples.NOON.plusSeconds(1)))
                .isZero();
        assertThat(casebook.hasMark(Samples.CODE, "nudge:x")).isTrue();
        assertThat(casebook.hasMark(Samples.CODE, "nudge:y")).isFalse();
        assertThat(casebook.auditTrail(Samples.CODE)).hasSize(2);
        assertThat(AuditChain.firstBroken(casebook.auditTrail(Samples.CODE))).isEmpty();
    }

    @Test
    default void aSignpostPointsToItsConcernUntilItsTimeIsOver() {
        Store store = store();
        Concern first = Samples.concern("m1");
        Concern second = Samples.concern("m2");
        commitThroughQueue(
                store,
                new Commit.Builder(Samples.CODE)
                        .signpost("a", first.id(), Duration.ofDays(1))
                        .signpost("b", first.id(), Duration.ofDays(1))
                        .build());
        assertThat(store.casebook().signpost(Samples.CODE, "a")).contains(first.id());
        assertThat(store.casebook().signpost(new SchoolCode("OTH"), "a")).isEmpty();
        commitThroughQueue(
                store,
                new Commit.Builder(Samples.CODE)
                        .signpost("a", second.id(), Duration.ofDays(1))
                        .signpost("b", first.id(), Duration.ZERO)
                        .build());
        assertThat(store.casebook().signpost(Samples.CODE, "a")).contains(second.id());
        assertThat(store.casebook().signpost(Samples.CODE, "b")).isEmpty();
    }

    @Test
    default void aChosenLanguageIsKeptUntilAnotherIsChosen() {
        Store store = store();
        Casebook casebook = store.casebook();
        assertThat(casebook.languageOf(Samples.CODE, Samples.PARENT)).isEqualTo(Tongue.ENGLISH);
        for (Tongue language : List.of(Tongue.URDU, Tongue.POLISH, Tongue.ENGLISH, Tongue.ARABIC)) {
            commitThroughQueue(
                    store,
                    new Commit.Builder(Samples.CODE)
                            .choose(Samples.PARENT, language)
                            .build());
            assertThat(casebook.languageOf(Samples.CODE, Samples.PARENT)).isEqualTo(language);
        }
        assertThat(casebook.languageOf(Samples.CODE, Samples.REP)).isEqualTo(Tongue.ENGLISH);
        assertThat(casebook.languageOf(new SchoolCode("OTH"), Samples.PARENT)).isEqualTo(Tongue.ENGLISH);
    }

    @Test
    default void whatIsCountedAddsUpUntilItIsForgottenOrRunsOut() {
        Store store = store();
        Duration week = Duration.ofDays(7);
        Commit twice = new Commit.Builder(Samples.CODE)
                .count(new Commit.Count("asked", "when is the fair ☂", week))
                .count(new Commit.Count("asked", "is there parking", week))
                .build();
        commitThroughQueue(store, twice);
        commitThroughQueue(
                store,
                new Commit.Builder(Samples.CODE)
                        .count(new Commit.Count("asked", "is there parking", week))
                        .count(new Commit.Count("other", "is there parking", week))
                        .build());
        assertThat(store.casebook().tally(Samples.CODE, "asked"))
                .isEqualTo(Map.of("when is the fair ☂", 1, "is there parking", 2));
        assertThat(store.casebook().tally(new SchoolCode("OTH"), "asked")).isEmpty();

        commitThroughQueue(
                store, new Commit.Builder(Samples.CODE).eraseTally("asked").build());
        assertThat(store.casebook().tally(Samples.CODE, "asked")).isEmpty();
        assertThat(store.casebook().tally(Samples.CODE, "other")).hasSize(1);
    }

    @Test
    default void anotherSchoolSeesNothingOfIt() {
        Store store = store();
        Concern concern = Samples.concern("m1");
        commitThroughQueue(
                store,
                new Commit.Builder(Samples.CODE)
                        .store(concern)
                        .open(new Commit.Opened(incident(concern, 1), List.of(Samples.PARENT), 2026, 1))
                        .record(new AuditEvent(
                                "S01", "concern.raised", concern.id().value(), ""))
                        .mark("nudge:x", Duration.ofDays(7))
                        .build());
        SchoolCode other = new SchoolCode("OTH");
        Casebook casebook = store.casebook();
        assertThat(casebook.concern(other, concern.id())).isEmpty();
        assertThat(casebook.incidents(other)).isEmpty();
        assertThat(casebook.lastIncidentNumber(other, 2026)).isZero();
        assertThat(casebook.hasMark(other, "nudge:x")).isFalse();
        assertThat(casebook.auditTrail(other)).isEmpty();
    }

    @Test
    default void workBasedOnAnOldVersionIsDoneAgain() {
        Store store = store();
        Concern first = Samples.concern("m1");
        commitThroughQueue(store, new Commit.Builder(Samples.CODE).store(first).build());
        List<Long> versions = new CopyOnWriteArrayList<>();
        try (WorkQueue.Subscription _ = store.incoming().consume(delivery -> {
            Concern stored = store.casebook().concern(Samples.CODE, first.id()).orElseThrow();
            // The first time, pretend to have read before the last change.
            Concern read = versions.isEmpty() ? first : stored;
            versions.add(read.version());
            return Settlement.done(new Commit.Builder(Samples.CODE).store(read).build());
        })) {
            store.intake().accept(Samples.inKestrel("m2", Samples.PARENT, "go"));
            await().until(() -> store.casebook()
                    .concern(Samples.CODE, first.id())
                    .filter(concern -> concern.version() == 2)
                    .isPresent());
        }
        assertThat(versions).containsExactly(0L, 1L);
    }

    @Test
    default void incidentNumbersHaveNoGapsAndNoDoubles() {
        Store store = store();
        int year = LocalDate.ofInstant(Samples.NOON, ZoneOffset.UTC).getYear();
        try (WorkQueue.Subscription _ = store.incoming().consume(delivery -> {
            Concern concern = Samples.concern(delivery.item().id().value());
            int number = store.casebook().lastIncidentNumber(Samples.CODE, year) + 1;
            return Settlement.done(new Commit.Builder(Samples.CODE)
                    .open(new Commit.Opened(incident(concern, number), List.of(Samples.PARENT), year, number))
                    .record(new AuditEvent(
                            "S01", "concern.confirmed", concern.id().value(), ""))
                    .build());
        })) {
            for (int i = 0; i < 40; i++) {
                PersonId author = new PersonId("+4477009001%02d".formatted(i));
                store.intake().accept(Samples.inPrivate("m" + i, author, "go"));
            }
            await().until(() -> store.casebook().incidents(Samples.CODE).size() == 40);
        }
        assertThat(store.casebook().lastIncidentNumber(Samples.CODE, year)).isEqualTo(40);
        assertThat(store.casebook().auditTrail(Samples.CODE)).hasSize(40);
        assertThat(AuditChain.firstBroken(store.casebook().auditTrail(Samples.CODE)))
                .isEmpty();
    }

    @Test
    default void whatIsToBeSentReachesTheOutboxUnchanged() {
        Store store = store();
        List<Outgoing> sent = List.of(
                new Outgoing.Chat(
                        "m1/0",
                        Samples.CODE,
                        new Conversation.PrivateChat(Platform.WHATSAPP, Samples.PARENT),
                        new Content(
                                "A title",
                                List.of(new Block.Text("Words"), new Block.Quote("Verbatim", "Source")),
                                List.of(new Button("Yes", "sure:C0123456789ABCDEF")))),
                new Outgoing.Chat(
                        "m2/0",
                        Samples.CODE,
                        new Conversation.PrivateChat(Platform.TEAMS, Samples.TEACHER),
                        Content.ofText("Words for staff").forStaffAlone(true)),
                new Outgoing.Letter(
                        "incident:TST-26-0001",
                        Samples.CODE,
                        new Addressee.Complaints(),
                        new Mail(
                                "a@b",
                                "to@test.example",
                                "Subject",
                                "text",
                                "<p>html</p>",
                                List.of(new Mail.Attachment("a.json", "application/json", "{}")),
                                Optional.of("before@b"))),
                new Outgoing.Letter(
                        "trouble:1",
                        Samples.CODE,
                        new Addressee.Staff(Samples.HEAD),
                        new Mail("c@d", "head@test.example", "S", "t", "<p>t</p>", List.of(), Optional.empty())));
        Commit.Builder commit = new Commit.Builder(Samples.CODE);
        sent.forEach(commit::send);
        List<Outgoing> got = new CopyOnWriteArrayList<>();
        try (WorkQueue.Subscription _ = store.outgoing().consume(collecting(got))) {
            commitThroughQueue(store, commit.build());
            await().until(() -> got.size() == sent.size());
        }
        assertThat(got).containsExactlyInAnyOrderElementsOf(sent);
    }

    @Test
    default void anAlarmComesWhenItIsDueAndNotBefore() {
        Store store = store();
        Incoming.Alarm alarm = new Incoming.Alarm(
                new EventId("a1"),
                Samples.CODE,
                "C0123456789ABCDEF",
                "REMIND",
                SettableClock.onATuesday().instant().plusSeconds(3600));
        commitThroughQueue(store, new Commit.Builder(Samples.CODE).wake(alarm).build());
        List<Incoming> got = new CopyOnWriteArrayList<>();
        try (WorkQueue.Subscription _ = store.incoming().consume(collecting(got))) {
            store.advance().accept(Duration.ofMinutes(59));
            Incoming marker = Samples.inKestrel("m9", Samples.PARENT, "still here");
            store.intake().accept(marker);
            await().until(() -> got.contains(marker));
            assertThat(got).doesNotContain(alarm);
            store.advance().accept(Duration.ofMinutes(2));
            await().until(() -> got.contains(alarm));
        }
    }

    @Test
    default void anItemToBeTriedAgainComesAgainWithTheNextAttempt() {
        Store store = store();
        List<Integer> attempts = new CopyOnWriteArrayList<>();
        try (WorkQueue.Subscription _ = store.incoming().consume(delivery -> {
            attempts.add(delivery.attempt());
            Disposition disposition =
                    delivery.attempt() < 3 ? new Disposition.Again(Duration.ofMinutes(1)) : new Disposition.Done();
            return new Settlement(disposition, Commit.nothing(Samples.CODE));
        })) {
            store.intake().accept(Samples.inKestrel("m1", Samples.PARENT, "go"));
            for (int attempt = 1; attempt <= 3; attempt++) {
                int expected = attempt;
                await().until(() -> attempts.size() == expected);
                store.advance().accept(Duration.ofMinutes(2));
            }
        }
        assertThat(attempts).containsExactly(1, 2, 3);
    }

    @Test
    default void aWorkerThatFailsIsAskedAgainAndDoesNotHoldUpOthers() {
        Store store = store();
        List<String> done = new CopyOnWriteArrayList<>();
        AtomicInteger failures = new AtomicInteger();
        try (WorkQueue.Subscription _ = store.incoming().consume(delivery -> {
            Incoming.Message message = (Incoming.Message) delivery.item();
            int failed = message.text().equals("bad") ? failures.getAndIncrement() : 2;
            if (failed == 0) {
                throw new IllegalStateException("not yet");
            }
            if (failed == 1) {
                throw new StackOverflowError("not yet either");
            }
            done.add(message.text());
            return Settlement.done(Commit.nothing(Samples.CODE));
        })) {
            store.intake().accept(Samples.inKestrel("m1", Samples.PARENT, "bad"));
            store.intake().accept(Samples.inKestrel("m2", Samples.PARENT, "good"));
            await().until(() -> done.contains("good"));
            await().until(() -> {
                store.advance().accept(Duration.ofMinutes(10));
                return done.contains("bad");
            });
        }
        assertThat(done).containsExactly("good", "bad");
    }

    @Test
    default void whatFollowsFromGivingUpIsStoredWhenTheItemIsPutAside() {
        Store store = store();
        AtomicInteger works = new AtomicInteger();
        AtomicInteger asked = new AtomicInteger();
        WorkQueue.Worker<Incoming> failing = new WorkQueue.Worker<>() {
            @Override
            public Settlement work(WorkQueue.Delivery<Incoming> delivery) {
                works.incrementAndGet();
                throw new IllegalStateException("never");
            }

            @Override
            public Commit givenUp(Incoming item, String reason) {
                if (asked.incrementAndGet() == 1) {
                    throw new IllegalStateException("nor can anybody be told yet");
                }
                return new Commit.Builder(Samples.CODE)
                        .record(new AuditEvent(
                                "schoolgate", "work.given-up", item.id().value(), reason))
                        .build();
            }
        };
        try (WorkQueue.Subscription _ = store.incoming().consume(failing)) {
            store.intake().accept(Samples.inKestrel("m1", Samples.PARENT, "bad"));
            await().until(() -> {
                store.advance().accept(Duration.ofMinutes(10));
                return !store.casebook().auditTrail(Samples.CODE).isEmpty();
            });
            int done = works.get();
            store.advance().accept(Duration.ofMinutes(10));
            assertThat(works).hasValue(done);
        }
        assertThat(store.casebook().auditTrail(Samples.CODE))
                .extracting(entry -> entry.event().detail())
                .containsExactly("IllegalStateException");
        assertThat(asked).hasValue(2);
    }

    @Test
    default void whatUsedUpOnePatienceLeavesTheOthers() {
        Store store = store();
        List<WorkQueue.Tries> tries = new CopyOnWriteArrayList<>();
        try (WorkQueue.Subscription _ = store.incoming().consume(delivery -> {
            tries.add(delivery.tries());
            if (tries.size() == 12) {
                throw new IllegalStateException("only once");
            }
            Disposition disposition = switch (tries.size()) {
                case 11 -> new Disposition.Again(Duration.ofMinutes(1), WorkQueue.Cause.REFUSED);
                case 13 -> new Disposition.Done();
                default -> new Disposition.Again(Duration.ofMinutes(1));
            };
            return new Settlement(disposition, Commit.nothing(Samples.CODE));
        })) {
            store.intake().accept(Samples.inKestrel("m1", Samples.PARENT, "go"));
            await().until(() -> {
                store.advance().accept(Duration.ofMinutes(2));
                return tries.size() == 13;
            });
        }
        assertThat(tries)
                .startsWith(WorkQueue.Tries.FIRST, new WorkQueue.Tries(2, 0, 0))
                .endsWith(new WorkQueue.Tries(12, 1, 0), new WorkQueue.Tries(13, 1, 1));
    }

    @Test
    default void workThatWasNotStartedWaitsForTheNextWorker() {
        Store store = store();
        store.intake().accept(Samples.inKestrel("m1", Samples.PARENT, "early"));
        List<Incoming> got = new CopyOnWriteArrayList<>();
        try (WorkQueue.Subscription _ = store.incoming().consume(collecting(got))) {
            await().until(() -> got.size() == 1);
        }
        store.intake().accept(Samples.inKestrel("m2", Samples.PARENT, "between"));
        try (WorkQueue.Subscription _ = store.incoming().consume(collecting(got))) {
            await().until(() -> got.size() == 2);
        }
        assertThat(got).extracting(item -> item.id().value()).containsExactly("m1", "m2");
    }

    @Test
    default void theArchiveShowsEverythingOfOneSchool() {
        Store store = store();
        Concern concern = Samples.concern("m1");
        commitThroughQueue(store, confirmation(concern));
        Archive archive = store.archive();
        assertThat(archive.concerns(Samples.CODE)).containsExactly(concern.stored());
        assertThat(archive.incidents(Samples.CODE)).containsExactly(incident(concern, 1));
        assertThat(archive.register(Samples.CODE)).isEqualTo(Map.of("2026-11 STAFF_ATTACK", 1L));
        assertThat(archive.auditHead(Samples.CODE))
                .contains(AuditHead.of(archive.auditTrail(Samples.CODE).getLast()));
        SchoolCode other = new SchoolCode("OTH");
        assertThat(archive.concerns(other)).isEmpty();
        assertThat(archive.register(other)).isEmpty();
        assertThat(archive.auditHead(other)).isEmpty();
    }

    @Test
    default void whatIsErasedIsGoneAndTheRegisterStays() {
        Store store = store();
        Concern concern = Samples.concern("m1");
        commitThroughQueue(store, confirmation(concern));
        commitThroughQueue(
                store,
                new Commit.Builder(Samples.CODE)
                        .choose(Samples.PARENT, Tongue.POLISH)
                        .build());
        Traces traces = store.archive().traces(Samples.CODE, Samples.PARENT);
        assertThat(traces.language()).contains(Tongue.POLISH);
        assertThat(traces.incidents())
                .containsExactly(incident(concern, 1).reference().value());
        Commit erasure = new Commit.Builder(Samples.CODE)
                .erase(concern.stored())
                .erase(incident(concern, 1).reference())
                .forget(Samples.PARENT)
                .record(new AuditEvent(
                        "schoolgate", "evidence.erased", concern.id().value(), ""))
                .build();
        assertThat(store.archive().run(erasure)).isTrue();
        assertThat(store.archive().concerns(Samples.CODE)).isEmpty();
        assertThat(store.archive().incidents(Samples.CODE)).isEmpty();
        assertThat(store.casebook().incidentsOf(Samples.CODE, Samples.PARENT, Samples.NOON.minusSeconds(1)))
                .isZero();
        assertThat(store.casebook().languageOf(Samples.CODE, Samples.PARENT)).isEqualTo(Tongue.ENGLISH);
        assertThat(store.archive().traces(Samples.CODE, Samples.PARENT).isEmpty())
                .isTrue();
        assertThat(store.archive().register(Samples.CODE)).isEqualTo(Map.of("2026-11 STAFF_ATTACK", 1L));
        assertThat(store.casebook().lastIncidentNumber(Samples.CODE, 2026)).isEqualTo(1);
        assertThat(AuditChain.fault(
                        store.archive().auditTrail(Samples.CODE),
                        store.archive().auditHead(Samples.CODE)))
                .isEmpty();
    }

    @Test
    default void whatHasChangedSinceItWasReadIsNotErased() {
        Store store = store();
        Concern concern = Samples.concern("m1");
        commitThroughQueue(
                store, new Commit.Builder(Samples.CODE).store(concern).build());
        commitThroughQueue(
                store, new Commit.Builder(Samples.CODE).store(concern.stored()).build());
        Commit erasure =
                new Commit.Builder(Samples.CODE).erase(concern.stored()).build();
        assertThat(store.archive().run(erasure)).isFalse();
        assertThat(store.archive().concerns(Samples.CODE)).hasSize(1);
    }

    @Test
    default void whatIsDeliveredStaysSoForWhoReadItBefore() {
        Store store = store();
        Concern concern = Samples.concern("m1");
        Incident read = Incident.queued(
                Reference.of(Samples.CODE, 2026, 1),
                Samples.CODE,
                concern.id(),
                concern.category(),
                Samples.REP,
                Samples.NOON);
        Archive archive = store.archive();
        assertThat(archive.run(changing(read))).isTrue();
        Incident delivered = read.with(new Delivery.Delivered("250 taken"), Samples.NOON.plusSeconds(5));
        assertThat(archive.run(changing(delivered))).isTrue();
        for (Delivery later :
                List.of(new Delivery.Queued(), new Delivery.Retrying(1, "421"), new Delivery.Dead("550"))) {
            assertThat(archive.run(changing(read.with(later, Samples.NOON.plusSeconds(6)))))
                    .as("%s", later)
                    .isFalse();
        }
        assertThat(store.casebook().incident(Samples.CODE, read.reference())).contains(delivered);
        assertThat(archive.run(changing(delivered)))
                .as("an e-mail that left is noted, whatever was noted before")
                .isTrue();
    }

    private static Commit changing(Incident incident) {
        return new Commit.Builder(Samples.CODE).change(incident).build();
    }

    private static Commit confirmation(Concern concern) {
        return new Commit.Builder(Samples.CODE)
                .store(concern)
                .open(new Commit.Opened(incident(concern, 1), List.of(Samples.PARENT), 2026, 1))
                .record(new AuditEvent("S01", "concern.confirmed", concern.id().value(), ""))
                .build();
    }

    private static <T> WorkQueue.Worker<T> collecting(List<T> into) {
        return delivery -> {
            into.add(delivery.item());
            return Settlement.done(Commit.nothing(Samples.CODE));
        };
    }

    /** Commits change the casebook only as what follows from work: sends an item through the queue for it. */
    private static void commitThroughQueue(Store store, Commit commit) {
        AtomicInteger done = new AtomicInteger();
        try (WorkQueue.Subscription _ = store.incoming().consume(delivery -> {
            done.incrementAndGet();
            return Settlement.done(commit);
        })) {
            store.intake().accept(Samples.inKestrel("cause-" + System.nanoTime(), Samples.PARENT, "go"));
            await().until(() -> done.get() > 0);
        }
    }

    private static Incident incident(Concern concern, int number) {
        return Incident.queued(
                        Reference.of(Samples.CODE, 2026, number),
                        Samples.CODE,
                        concern.id(),
                        concern.category(),
                        Samples.REP,
                        Samples.NOON)
                .with(new Delivery.Retrying(1, "421"), Samples.NOON.plusSeconds(5))
                .with(new Delivery.Delivered("250 taken"), Samples.NOON.plusSeconds(25));
    }
}
