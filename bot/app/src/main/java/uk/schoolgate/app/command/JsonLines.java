package uk.schoolgate.app.command;

import java.io.BufferedReader;
import java.io.BufferedWriter;
import java.io.IOException;
import java.io.InputStreamReader;
import java.io.OutputStreamWriter;
import java.io.PrintWriter;
import java.io.Reader;
import java.io.UncheckedIOException;
import java.nio.charset.CodingErrorAction;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import org.jspecify.annotations.Nullable;
import tools.jackson.core.JacksonException;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.node.ObjectNode;

/** Works through a file of JSON objects, a line each, and writes a line for each, in the same order. */
final class JsonLines {
    private static final JsonMapper MAPPER = JsonMapper.builder().build();
    /** Lines that may be in hand at once: enough to keep all cores busy, few enough to keep memory small. */
    private static final int IN_HAND = 256;

    private static final int PROGRESS_EVERY = 1000;

    private final String what;
    private int lines;
    private int bad;

    /** @param what the lines are, in the plural, for messages */
    JsonLines(String what) {
        this.what = what;
    }

    /** Takes the lines in hand one after the other, in their order. */
    @FunctionalInterface
    interface Work {
        Job begin(Line line) throws BadLineException;
    }

    /** Makes the answer to one line, while others are made. */
    @FunctionalInterface
    interface Job {
        ObjectNode answer() throws BadLineException;
    }

    /** A line cannot be worked on; the message says why. */
    static final class BadLineException extends Exception {
        private static final long serialVersionUID = 1L;

        BadLineException(String message) {
            super(message);
        }
    }

    /** One object of the input. */
    record Line(JsonNode json) {
        /** A text that must be there. */
        String required(String name) throws BadLineException {
            JsonNode value = json.path(name);
            if (!value.isString()) {
                throw new BadLineException(name + " is missing or not a text");
            }
            return value.asString();
        }

        /** A text that may be missing. */
        @Nullable
        String optional(String name) throws BadLineException {
            return json.path(name).isMissingNode() || json.path(name).isNull() ? null : required(name);
        }
    }

    static ObjectNode object() {
        return MAPPER.createObjectNode();
    }

    static JsonNode toJson(Object value) {
        return MAPPER.valueToTree(value);
    }

    /**
     * Works through the input.
     *
     * @return how many lines were bad
     */
    int run(@Nullable Path in, @Nullable Path out, Work work) {
        try (BufferedReader reader = reader(in);
                PrintWriter writer = writer(out);
                ExecutorService workers =
                        Executors.newFixedThreadPool(Runtime.getRuntime().availableProcessors())) {
            Deque<Future<ObjectNode>> inHand = new ArrayDeque<>();
            for (String line = reader.readLine(); line != null; line = reader.readLine()) {
                if (line.isBlank()) {
                    continue;
                }
                ObjectNode answer = object();
                Job job = begin(line, work, answer);
                inHand.add(workers.submit(() -> finish(job, answer)));
                if (inHand.size() == IN_HAND) {
                    write(inHand.remove(), writer);
                }
            }
            while (!inHand.isEmpty()) {
                write(inHand.remove(), writer);
            }
        } catch (IOException e) {
            throw new CommandFailedException("cannot read or write the file: " + e.getMessage());
        }
        return bad;
    }

    private static BufferedReader reader(@Nullable Path in) throws IOException {
        if (in != null && !Files.isRegularFile(in)) {
            throw new CommandFailedException("there is no file " + in);
        }
        // What is not UTF-8 becomes a replacement character: one bad line must not stop the others.
        Reader bytes = new InputStreamReader(
                in == null ? System.in : Files.newInputStream(in),
                StandardCharsets.UTF_8.newDecoder().onMalformedInput(CodingErrorAction.REPLACE));
        return new BufferedReader(bytes);
    }

    private static PrintWriter writer(@Nullable Path out) throws IOException {
        return new PrintWriter(new BufferedWriter(
                new OutputStreamWriter(out == null ? System.out : Files.newOutputStream(out), StandardCharsets.UTF_8)));
    }

    /** Begins a line; for one that can't be begun, the answer says why. */
    private static Job begin(String text, Work work, ObjectNode answer) {
        try {
            JsonNode json = MAPPER.readTree(text.startsWith("\uFEFF") ? text.substring(1) : text);
            answer.set("id", json.path("id").isMissingNode() ? MAPPER.nullNode() : json.path("id"));
            if (!json.isObject()) {
                throw new BadLineException("the line is not a JSON object");
            }
            if (json.path("id").isMissingNode() || json.path("id").isNull()) {
                throw new BadLineException("id is missing");
            }
            return work.begin(new Line(json));
        } catch (JacksonException e) {
            answer.putNull("id");
            answer.put("error", "the line is not JSON");
        } catch (BadLineException e) {
            answer.put("error", e.getMessage());
        }
        return JsonLines::object;
    }

    private static ObjectNode finish(Job job, ObjectNode answer) {
        try {
            return answer.setAll(job.answer());
        } catch (BadLineException e) {
            return answer.put("error", e.getMessage());
        }
    }

    private void write(Future<ObjectNode> future, PrintWriter writer) {
        ObjectNode answer = result(future);
        writer.println(MAPPER.writeValueAsString(answer));
        if (writer.checkError()) {
            throw new UncheckedIOException(new IOException("the output cannot be written"));
        }
        lines++;
        bad += answer.has("error") ? 1 : 0;
        if (lines % PROGRESS_EVERY == 0) {
            System.err.println(lines + " " + what);
        }
    }

    private static ObjectNode result(Future<ObjectNode> future) {
        try {
            return future.get();
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new CommandFailedException("interrupted");
        } catch (ExecutionException e) {
            throw new IllegalStateException(e.getCause());
        }
    }
}
