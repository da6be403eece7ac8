package uk.schoolgate.system;

import jakarta.servlet.http.HttpServlet;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import org.apache.catalina.Context;
import org.apache.catalina.LifecycleException;
import org.apache.catalina.startup.Tomcat;

/** The least that a webhook can do, on the bot's own web server: check the signature, answer, forget. For comparison. */
final class SignatureOnlyServer implements AutoCloseable {
    private final Tomcat tomcat = new Tomcat();

    private SignatureOnlyServer() {}

    static SignatureOnlyServer start() throws IOException, LifecycleException {
        SignatureOnlyServer server = new SignatureOnlyServer();
        String folder = Files.createTempDirectory("signature-only").toString();
        server.tomcat.setBaseDir(folder);
        server.tomcat.setPort(0);
        Context context = server.tomcat.addContext("", folder);
        Tomcat.addServlet(context, "check", new Check());
        context.addServletMappingDecoded("/*", "check");
        server.tomcat.getConnector();
        server.tomcat.start();
        return server;
    }

    String url() {
        return "http://localhost:" + tomcat.getConnector().getLocalPort();
    }

    @Override
    public void close() throws LifecycleException {
        tomcat.stop();
        tomcat.destroy();
    }

    private static final class Check extends HttpServlet {
        private static final long serialVersionUID = 1L;

        @Override
        protected void doPost(HttpServletRequest request, HttpServletResponse response) throws IOException {
            String body = new String(request.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
            boolean genuine = TwilioWebhooks.signature(request.getRequestURI(), TwilioWebhooks.decoded(body))
                    .equals(request.getHeader("X-Twilio-Signature"));
            response.setStatus(genuine ? HttpServletResponse.SC_NO_CONTENT : HttpServletResponse.SC_FORBIDDEN);
        }
    }
}
