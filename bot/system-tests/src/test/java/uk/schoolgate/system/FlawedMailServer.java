package uk.schoolgate.system;

import jakarta.mail.MessagingException;
import jakarta.mail.Session;
import jakarta.mail.internet.MimeMessage;
import java.io.BufferedReader;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.InputStreamReader;
import java.io.OutputStream;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.nio.charset.StandardCharsets;
import java.util.EnumMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Properties;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.atomic.AtomicInteger;
import org.jspecify.annotations.Nullable;

/** A mail server that takes e-mails over SMTP and fails in whatever way it is told to. */
final class FlawedMailServer implements AutoCloseable {
    /** How it treats who comes. */
    enum Mood {
        FINE,
        /** Nobody listens on the port. */
        REFUSES,
        /** It takes the connection and says nothing. */
        HANGS,
        /** It takes the whole e-mail and breaks the connection instead of saying so. */
        DROPS_AFTER_DATA,
        /** "Try again later", to the recipient. */
        ANSWERS_4XX,
        /** "Never", to the whole e-mail. */
        ANSWERS_5XX
    }

    /** How a session ended in which an e-mail was taken. */
    enum End {
        /** The client heard that it was taken, and said good-bye. */
        ORDERLY,
        /** The server broke the connection before it said that it was taken. */
        SERVER_DROPPED,
        /** The client was gone before it said good-bye: it was killed. */
        CLIENT_GONE
    }

    /** A copy in a mailbox. */
    static final class Copy {
        private final MimeMessage message;
        private volatile End end = End.CLIENT_GONE;

        private Copy(MimeMessage message) {
            this.message = message;
        }

        MimeMessage message() {
            return message;
        }

        String id() {
            try {
                return message.getMessageID();
            } catch (MessagingException e) {
                throw new IllegalStateException(e);
            }
        }

        String to() {
            try {
                return message.getAllRecipients()[0].toString();
            } catch (MessagingException e) {
                throw new IllegalStateException(e);
            }
        }

        /** The Message-ID of the e-mail that it answers, if it does. */
        Optional<String> answered() {
            try {
                return Optional.ofNullable(message.getHeader("In-Reply-To", null));
            } catch (MessagingException e) {
                throw new IllegalStateException(e);
            }
        }

        End end() {
            return end;
        }
    }

    private final int port;
    private final List<Copy> copies = new CopyOnWriteArrayList<>();
    private final Set<Socket> open = ConcurrentHashMap.newKeySet();
    private final Map<Mood, AtomicInteger> met = new EnumMap<>(Mood.class);
    private volatile Mood mood = Mood.FINE;
    private volatile ServerSocket door;

    FlawedMailServer() {
        for (Mood each : Mood.values()) {
            met.put(each, new AtomicInteger());
        }
        try {
            door = listen(0);
            port = door.getLocalPort();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private ServerSocket listen(int at) throws IOException {
        ServerSocket socket = new ServerSocket();
        socket.setReuseAddress(true);
        socket.bind(new InetSocketAddress(InetAddress.getLoopbackAddress(), at));
        Thread.ofPlatform().daemon().name("mail-door").start(() -> welcome(socket));
        return socket;
    }

    String url() {
        return "smtp://127.0.0.1:" + port;
    }

    /** All copies that were taken, oldest first. */
    List<Copy> copies() {
        return List.copyOf(copies);
    }

    /** How many clients met it in that mood; those that found nobody listening are not seen. */
    int met(Mood which) {
        return met.getOrDefault(which, new AtomicInteger()).get();
    }

    void be(Mood next) {
        try {
            boolean wasClosed = mood == Mood.REFUSES;
            if (mood == Mood.HANGS) {
                closeAll();
            }
            mood = next;
            if (next == Mood.REFUSES) {
                door.close();
            } else if (wasClosed) {
                door = listen(port);
            }
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private void welcome(ServerSocket at) {
        while (!at.isClosed()) {
            try {
                Socket client = at.accept();
                Thread.ofPlatform().daemon().name("mail-client").start(() -> serve(client));
            } catch (IOException e) {
                return;
            }
        }
    }

    private void serve(Socket client) {
        open.add(client);
        Mood now = mood;
        met.getOrDefault(now, new AtomicInteger()).incrementAndGet();
        try (client) {
            if (now == Mood.HANGS) {
                client.getInputStream().transferTo(OutputStream.nullOutputStream());
            } else {
                new Talk(client, now).run();
            }
        } catch (IOException e) {
            // The client is gone; what it left unfinished shows in its copy.
        } finally {
            open.remove(client);
        }
    }

    private void closeAll() throws IOException {
        for (Socket client : open) {
            client.close();
        }
    }

    @Override
    public void close() {
        try {
            door.close();
            closeAll();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** One client's session. */
    private final class Talk {
        private final BufferedReader in;
        private final OutputStream out;
        private final Mood now;
        private @Nullable Copy taken;

        Talk(Socket client, Mood now) throws IOException {
            this.in = new BufferedReader(new InputStreamReader(client.getInputStream(), StandardCharsets.ISO_8859_1));
            this.out = client.getOutputStream();
            this.now = now;
        }

        void run() throws IOException {
            say("220 drill ready");
            String line = in.readLine();
            while (line != null) {
                String verb = line.split(" ", 2)[0].toUpperCase(Locale.ROOT);
                switch (verb) {
                    case "RCPT" -> say(now == Mood.ANSWERS_4XX ? "451 try again later" : "250 ok");
                    case "DATA" -> {
                        if (!data()) {
                            return;
                        }
                    }
                    case "QUIT" -> {
                        if (taken != null) {
                            taken.end = End.ORDERLY;
                        }
                        say("221 bye");
                        return;
                    }
                    default -> say("250 ok");
                }
                line = in.readLine();
            }
        }

        /** False where the connection is to be broken. */
        private boolean data() throws IOException {
            say("354 go ahead");
            StringBuilder text = new StringBuilder();
            String line = in.readLine();
            while (line != null && !line.equals(".")) {
                text.append(line.startsWith(".") ? line.substring(1) : line).append("\r\n");
                line = in.readLine();
            }
            if (line == null) {
                return false;
            }
            if (now == Mood.ANSWERS_5XX) {
                say("554 not wanted here");
                return true;
            }
            Copy copy = new Copy(parse(text.toString()));
            copies.add(copy);
            if (now == Mood.DROPS_AFTER_DATA) {
                copy.end = End.SERVER_DROPPED;
                return false;
            }
            taken = copy;
            say("250 taken");
            return true;
        }

        private void say(String line) throws IOException {
            out.write((line + "\r\n").getBytes(StandardCharsets.ISO_8859_1));
            out.flush();
        }
    }

    private static MimeMessage parse(String text) {
        try {
            return new MimeMessage(
                    Session.getInstance(new Properties()),
                    new ByteArrayInputStream(text.getBytes(StandardCharsets.ISO_8859_1)));
        } catch (MessagingException e) {
            throw new IllegalStateException(e);
        }
    }
}
