package uk.schoolgate.adapter.whatsapp.setup;

import java.util.regex.Matcher;
import java.util.regex.Pattern;
import uk.schoolgate.adapter.whatsapp.sending.TwilioApi.Answer;

/** Twilio refused one step for what it is about; the others may go through. The message says what to do. */
final class RefusedStepException extends IllegalStateException {
    private static final long serialVersionUID = 1L;

    private static final Pattern CONVERSATION = Pattern.compile("\\bCH[0-9a-fA-F]{32}\\b");

    RefusedStepException(Answer answer) {
        super(answer.describe() + ": " + whatToDo(answer));
    }

    /** Whether an answer is about one step: what has no code of Twilio's, or is about the account, stops them all. */
    static boolean isOne(Answer answer) {
        return switch (answer.status()) {
            case 400, 404, 409, 422 -> !answer.code().isEmpty();
            case 403 -> answer.code().startsWith("50");
            default -> false;
        };
    }

    private static String whatToDo(Answer answer) {
        if (!answer.code().equals("50416")) {
            return "see https://www.twilio.com/docs/api/errors/" + answer.code() + ", then run this again";
        }
        Matcher other = CONVERSATION.matcher(answer.text("message"));
        return "they are in another conversation of the group number already"
                + (other.find() ? ", " + other.group() : "")
                + "; take them out of it, or close it, in the console, then run this again";
    }
}
