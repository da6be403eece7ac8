package uk.schoolgate.adapter.mail;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.io.OutputStream;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.nio.charset.StandardCharsets;
import java.util.Locale;

/** A mail server that says no where it is told to, and resets the connection when its client says good-bye. */
final class RudeServer implements AutoCloseable {
    /** What follows the last line of an e-mail, as if it were a command. */
    static final String AFTER_DATA = ".";

    private final ServerSocket door;
    private final String refused;
    private final String answer;
    private final Runnable atGoodBye;

    /** Takes whatever comes. */
    RudeServer() throws IOException {
        this("", "");
    }

    /** @param atGoodBye what is done when its client says good-bye, before the connection is reset */
    RudeServer(Runnable atGoodBye) throws IOException {
        this("", "", atGoodBye);
    }

    /**
     * @param refused the command that it refuses
     * @param answer how: a code and words
     */
    RudeServer(String refused, String answer) throws IOException {
        this(refused, answer, () -> {});
    }

    private RudeServer(String refused, String answer, Runnable atGoodBye) throws IOException {
        this.atGoodBye = atGoodBye;
        this.refused = refused;
        this.answer = answer;
        door = new ServerSocket(0, 1, InetAddress.getLoopbackAddress());
        Thread.ofPlatform().daemon().name("rude-server").start(this::serve);
    }

    String url() {
        return "smtp://127.0.0.1:" + door.getLocalPort();
    }

    private void serve() {
        try (Socket client = door.accept()) {
            talk(client);
            // Closing without lingering resets the connection, so that the client's read fails.
            client.setSoLinger(true, 0);
        } catch (IOException e) {
            // The client is gone, or nobody came; what the mailer made of it is what the test looks at.
        }
    }

    private void talk(Socket client) throws IOException {
        BufferedReader in =
                new BufferedReader(new InputStreamReader(client.getInputStream(), StandardCharsets.US_ASCII));
        OutputStream out = client.getOutputStream();
        say(out, "220 ready");
        String line = in.readLine();
        while (line != null && !line.toUpperCase(Locale.ROOT).startsWith("QUIT")) {
            if (line.toUpperCase(Locale.ROOT).startsWith("DATA") && !refused.equals("DATA")) {
                say(out, "354 go ahead");
                skipMail(in);
                say(out, refused.equals(AFTER_DATA) ? answer : "250 taken");
            } else {
                boolean no = !refused.isEmpty() && line.toUpperCase(Locale.ROOT).startsWith(refused);
                say(out, no ? answer : "250 ok");
            }
            line = in.readLine();
        }
        atGoodBye.run();
    }

    private static void skipMail(BufferedReader in) throws IOException {
        String line = in.readLine();
        while (line != null && !line.equals(".")) {
            line = in.readLine();
        }
    }

    private static void say(OutputStream out, String line) throws IOException {
        out.write((line + "\r\n").getBytes(StandardCharsets.US_ASCII));
        out.flush();
    }

    @Override
    public void close() throws IOException {
        door.close();
    }
}
