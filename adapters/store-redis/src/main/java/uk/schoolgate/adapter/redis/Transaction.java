package uk.schoolgate.adapter.redis;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/** A list of conditions and commands that Redis runs together or not at all. */
final class Transaction {
    private static final Script SCRIPT = Script.load("transaction.lua");

    private final List<Guard> guards = new ArrayList<>();
    private final List<List<String>> commands = new ArrayList<>();
    private final List<String> acknowledge = new ArrayList<>();

    /** What became of a transaction. */
    enum Result {
        DONE,
        /** The item of work was settled before, by us or by another bot. */
        GONE,
        /** The audit trail has grown meanwhile. */
        AUDIT_MOVED,
        /** Something else that it was based on has changed. */
        CONFLICT
    }

    /**
     * A condition.
     *
     * @param name what is reported when it fails
     * @param read the command that reads
     * @param expect what it must answer; "" stands for nothing there
     */
    private record Guard(String name, List<String> read, String expect) {}

    Transaction expect(String name, String expected, String... read) {
        guards.add(new Guard(name, List.of(read), expected));
        return this;
    }

    Transaction run(String... command) {
        commands.add(List.of(command));
        return this;
    }

    /** Takes an item off its stream in the same step; only if it is still there. */
    Transaction acknowledging(String stream, String group, String id) {
        acknowledge.addAll(List.of(stream, group, id));
        return this;
    }

    Result execute(RedisConnection redis) {
        Map<String, Object> request = new HashMap<>();
        request.put("guards", guards);
        request.put("commands", commands);
        request.put("acknowledge", acknowledge);
        String answer = String.valueOf(SCRIPT.run(redis, List.of(), List.of(Json.write(request))));
        return switch (answer) {
            case "DONE" -> Result.DONE;
            case "GONE" -> Result.GONE;
            case "CONFLICT audit" -> Result.AUDIT_MOVED;
            default -> Result.CONFLICT;
        };
    }
}
