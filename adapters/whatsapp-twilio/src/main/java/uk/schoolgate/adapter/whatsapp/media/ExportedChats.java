package uk.schoolgate.adapter.whatsapp.media;

import java.time.Duration;
import java.util.Locale;
import java.util.Set;
import java.util.concurrent.Semaphore;
import uk.schoolgate.adapter.whatsapp.export.ExportSummary;
import uk.schoolgate.core.flow.DocumentReader;
import uk.schoolgate.core.flow.SchoolDesk;
import uk.schoolgate.core.message.Content;
import uk.schoolgate.core.message.Media;
import uk.schoolgate.core.school.Platform;
import uk.schoolgate.core.wording.Phrase;

/** Reads chats that people export out of WhatsApp and send to the private line; any other document is declined kindly. */
public final class ExportedChats implements DocumentReader {
    /** One at a time: each takes up to ten seconds of a core, and others are waiting for their answers. */
    private static final Duration TURN = Duration.ofSeconds(5);

    /** As phones name text files and zips; what they cannot tell is looked into. */
    private static final Set<String> LIKELY = Set.of(
            "text/plain",
            "application/zip",
            "application/x-zip",
            "application/x-zip-compressed",
            "application/octet-stream");

    private final TwilioMedia media;
    private final Semaphore turn = new Semaphore(1);

    public ExportedChats(TwilioMedia media) {
        this.media = media;
    }

    @Override
    public boolean takes(Platform platform, Media document) {
        return platform == Platform.WHATSAPP && document.isDocument();
    }

    @Override
    public Reading read(Media document, SchoolDesk desk) {
        String type = document.contentType().replaceFirst(";.*", "").strip().toLowerCase(Locale.ROOT);
        if (!LIKELY.contains(type)) {
            return new Reading.Answered(ExportSummary.noChat(desk));
        }
        if (!turn.tryAcquire()) {
            return new Reading.Busy(TURN);
        }
        try {
            return switch (media.fetch(document.reference())) {
                case Fetched.Content(byte[] bytes) -> new Reading.Answered(summary(bytes, desk));
                case Fetched.TooLarge ignored -> new Reading.Answered(ExportSummary.tooLarge(desk));
                case Fetched.NotThere ignored ->
                    new Reading.Answered(Content.ofText(desk.wording().say(Phrase.EXPORT_NOT_FETCHED)));
                case Fetched.NotNow(String reason, var notBefore) -> new Reading.NotNow(reason, notBefore);
            };
        } finally {
            turn.release();
        }
    }

    /** What it is said to be decides nothing: what it starts with does. */
    private static Content summary(byte[] bytes, SchoolDesk desk) {
        return Sniffed.of(bytes) == Sniffed.OTHER
                ? ExportSummary.noChat(desk)
                : ExportSummary.of(bytes, desk, Set.of());
    }
}
