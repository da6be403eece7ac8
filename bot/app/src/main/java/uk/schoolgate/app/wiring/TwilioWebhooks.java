package uk.schoolgate.app.wiring;

import jakarta.servlet.http.HttpServlet;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import uk.schoolgate.adapter.whatsapp.door.TwilioDoor;
import uk.schoolgate.adapter.whatsapp.door.WebhookReply;
import uk.schoolgate.adapter.whatsapp.door.WebhookRequest;

/**
 * Takes Twilio's webhooks off the wire as they are. A servlet, since Spring's own reading of a form post rebuilds the
 * body out of parameters, among them the query's, and no signature fits that.
 */
final class TwilioWebhooks extends HttpServlet {
    private static final long serialVersionUID = 1L;

    private final transient TwilioDoor door;

    TwilioWebhooks(TwilioDoor door) {
        this.door = door;
    }

    @Override
    protected void doPost(HttpServletRequest request, HttpServletResponse response) throws IOException {
        byte[] body = request.getInputStream().readNBytes(WebhookRequest.LONGEST_BODY + 1);
        String query = request.getQueryString();
        WebhookReply reply = door.receive(new WebhookRequest(
                query == null ? request.getRequestURI() : request.getRequestURI() + "?" + query,
                request.getHeader("X-Twilio-Signature"),
                request.getContentType(),
                body));
        response.setStatus(reply.status());
        if (!reply.body().isEmpty()) {
            response.setContentType(reply.contentType() + ";charset=UTF-8");
            response.getOutputStream().write(reply.body().getBytes(StandardCharsets.UTF_8));
        }
    }
}
