package uk.schoolgate.adapter.whatsapp.door;

import java.nio.charset.StandardCharsets;
import java.time.Clock;
import java.util.Locale;
import java.util.Optional;
import java.util.function.Function;
import uk.schoolgate.adapter.whatsapp.Languages;
import uk.schoolgate.adapter.whatsapp.ServedSchools;
import uk.schoolgate.adapter.whatsapp.TwilioAccount;
import uk.schoolgate.adapter.whatsapp.people.Choices;
import uk.schoolgate.adapter.whatsapp.people.Contacts;
import uk.schoolgate.adapter.whatsapp.people.HeldMessages;
import uk.schoolgate.adapter.whatsapp.people.QuotableMessages;
import uk.schoolgate.adapter.whatsapp.people.SchoolInUse;
import uk.schoolgate.adapter.whatsapp.people.WaitingRoom;
import uk.schoolgate.core.message.Incoming;
import uk.schoolgate.core.message.Intake;
import uk.schoolgate.core.message.Notebook;
import uk.schoolgate.core.message.StoreUnavailableException;
import uk.schoolgate.core.screening.Response;

/** Twilio's webhooks. Nothing of a request is looked into before its signature has shown that it is Twilio's. */
public final class TwilioDoor {
    private static final String FORM = "application/x-www-form-urlencoded";

    private final Signature signature;
    private final TwilioAccount account;
    private final PrivateLine privateLine;
    private final HostedGroup groups;
    private final Callbacks callbacks;

    /**
     * Everything behind the webhooks.
     *
     * @param judge as strong a response as a message calls for, asked before a message in a group on hold is passed on
     */
    public static TwilioDoor of(
            TwilioAccount account,
            ServedSchools schools,
            Notebook notebook,
            Intake intake,
            Function<Incoming.Message, Response> judge,
            Languages languages,
            Clock clock) {
        return of(account, schools, notebook, intake, new Gate(judge, Gate.BUDGET), languages, clock);
    }

    static TwilioDoor of(
            TwilioAccount account,
            ServedSchools schools,
            Notebook notebook,
            Intake intake,
            Gate gate,
            Languages languages,
            Clock clock) {
        Contacts contacts = new Contacts(notebook, clock);
        Choices choices = new Choices(notebook);
        WaitingRoom waiting = new WaitingRoom(notebook, clock);
        SchoolInUse inUse = new SchoolInUse(schools, notebook, clock);
        QuotableMessages quotable = new QuotableMessages(notebook);
        PrivateLine privateLine = new PrivateLine(
                new SenderSchool(schools, contacts, choices, quotable, waiting, inUse),
                contacts,
                choices,
                quotable,
                waiting,
                inUse,
                intake,
                new DealtWithHere(intake, account, clock),
                languages,
                clock);
        HeldMessages held = new HeldMessages(notebook, clock);
        GroupStop stops = new GroupStop(schools, contacts, intake);
        HostedGroup groups = new HostedGroup(
                new PostReader(schools, languages),
                new Arrivals(contacts, held, intake, stops, account, clock),
                contacts,
                gate,
                new Hold(held, contacts, intake, account, clock),
                stops,
                clock);
        Callbacks callbacks = new Callbacks(schools, notebook, intake, account, clock);
        return new TwilioDoor(account, privateLine, groups, callbacks);
    }

    private TwilioDoor(TwilioAccount account, PrivateLine privateLine, HostedGroup groups, Callbacks callbacks) {
        this.account = account;
        this.signature = new Signature(account.authToken(), account.publicUrl());
        this.privateLine = privateLine;
        this.groups = groups;
        this.callbacks = callbacks;
    }

    /** Handles one request; what it brings is durable when this returns a status below 300. */
    public WebhookReply receive(WebhookRequest request) {
        String type = String.valueOf(request.contentType()).toLowerCase(Locale.ROOT);
        if (!type.equals(FORM) && !type.startsWith(FORM + ";")) {
            return WebhookReply.NOT_A_FORM;
        }
        if (request.body().length > WebhookRequest.LONGEST_BODY) {
            return WebhookReply.TOO_LONG;
        }
        Optional<FormBody> form = FormBody.parse(request.body());
        if (form.isEmpty()) {
            return WebhookReply.BAD_FORM;
        }
        if (!signature.matches(request.rawUri(), form.get(), request.signature())
                || !form.get().get("AccountSid").equals(account.sid())) {
            return WebhookReply.NOT_TWILIO;
        }
        try {
            return receive(request.rawUri(), form.get());
        } catch (StoreUnavailableException e) {
            return WebhookReply.TRY_AGAIN;
        }
    }

    private WebhookReply receive(String rawUri, FormBody form) {
        int mark = rawUri.indexOf('?');
        String path = mark < 0 ? rawUri : rawUri.substring(0, mark);
        return switch (path) {
            case TwilioAccount.MESSAGES -> privateLine.receive(form);
            case TwilioAccount.CONVERSATIONS -> groups.receive(form);
            case TwilioAccount.STATUS ->
                FormBody.parse(rawUri.substring(mark + 1).getBytes(StandardCharsets.UTF_8))
                        .map(query -> callbacks.receive(form, query))
                        .orElse(WebhookReply.BAD_FORM);
            default -> WebhookReply.NO_SUCH_WEBHOOK;
        };
    }
}
