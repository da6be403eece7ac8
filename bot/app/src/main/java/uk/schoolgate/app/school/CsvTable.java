package uk.schoolgate.app.school;

import de.siegmar.fastcsv.reader.CsvParseException;
import de.siegmar.fastcsv.reader.CsvReader;
import de.siegmar.fastcsv.reader.CsvRecord;
import de.siegmar.fastcsv.reader.FieldMismatchStrategy;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.ByteBuffer;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/** Reads a CSV file with a header row, strictly, and says where what is wrong stands. */
final class CsvTable {
    private final String file;
    private final Problems problems;
    private final Map<String, Integer> columns = new HashMap<>();
    private final List<Row> rows = new ArrayList<>();

    private CsvTable(String file, Problems problems) {
        this.file = file;
        this.problems = problems;
    }

    /**
     * Reads a file.
     *
     * @param name as it is called in messages
     * @param required columns that must be there
     * @param optional columns that may be there
     */
    static CsvTable read(Path path, String name, List<String> required, List<String> optional, Problems problems) {
        CsvTable table = new CsvTable(name, problems);
        table.text(path).ifPresent(text -> table.parse(text, required, optional));
        return table;
    }

    List<Row> rows() {
        return rows;
    }

    private Optional<String> text(Path path) {
        try {
            byte[] bytes = Files.readAllBytes(path);
            if (bytes.length == 0) {
                problems.add(Problem.error(file, "is empty: it needs a header line at least"));
                return Optional.empty();
            }
            String text = StandardCharsets.UTF_8
                    .newDecoder()
                    .decode(ByteBuffer.wrap(bytes))
                    .toString();
            return Optional.of(text.startsWith("\uFEFF") ? text.substring(1) : text);
        } catch (CharacterCodingException e) {
            problems.add(Problem.error(file, "is not UTF-8: save it as \"CSV UTF-8\""));
        } catch (IOException e) {
            problems.add(Problem.error(file, "cannot be read: " + e.getClass().getSimpleName()));
        }
        return Optional.empty();
    }

    private void parse(String text, List<String> required, List<String> optional) {
        try (CsvReader<CsvRecord> reader = CsvReader.builder()
                .extraFieldStrategy(FieldMismatchStrategy.IGNORE)
                .missingFieldStrategy(FieldMismatchStrategy.IGNORE)
                .ofCsvRecord(text)) {
            boolean headerRead = false;
            for (CsvRecord record : reader) {
                if (!headerRead) {
                    headerRead = true;
                    if (!header(record, required, optional)) {
                        return;
                    }
                } else {
                    row(record);
                }
            }
        } catch (CsvParseException e) {
            problems.add(Problem.error(file, "is not a CSV file: " + e.getMessage()));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private boolean header(CsvRecord record, List<String> required, List<String> optional) {
        Set<String> known = new HashSet<>(required);
        known.addAll(optional);
        int before = problems.list().size();
        for (int i = 0; i < record.getFieldCount(); i++) {
            String column = record.getField(i).strip().toLowerCase(Locale.ROOT);
            if (!known.contains(column)) {
                problems.add(Problem.error(
                        file, 1, i + 1, "unknown column \"" + column + "\"; the columns are " + required + optional));
            } else if (columns.put(column, i) != null) {
                problems.add(Problem.error(file, 1, i + 1, "the column " + column + " is there twice"));
            }
        }
        required.stream()
                .filter(column -> !columns.containsKey(column))
                .forEach(column -> problems.add(Problem.error(file, 1, 0, "the column " + column + " is missing")));
        return problems.list().size() == before;
    }

    private void row(CsvRecord record) {
        int line = Math.toIntExact(record.getStartingLineNumber());
        if (record.getFieldCount() != columns.size()) {
            problems.add(Problem.error(
                    file,
                    line,
                    Math.min(record.getFieldCount(), columns.size()) + 1,
                    "has " + record.getFieldCount() + " values instead of " + columns.size()
                            + "; put values with a comma in double quotes"));
            return;
        }
        rows.add(new Row(record, line));
    }

    /** A row of the table. */
    final class Row {
        private final CsvRecord record;
        private final int line;

        private Row(CsvRecord record, int line) {
            this.record = record;
            this.line = line;
        }

        /** The value of a column without blanks around it; empty where the file has no such column. */
        String value(String column) {
            Integer at = columns.get(column);
            return at == null ? "" : record.getField(at).strip();
        }

        Optional<String> optional(String column) {
            String value = value(column);
            return value.isEmpty() ? Optional.empty() : Optional.of(value);
        }

        /** The value of a column that must not be empty; a problem is noted where it is. */
        Optional<String> required(String column) {
            Optional<String> value = optional(column);
            if (value.isEmpty()) {
                error(column, column + " is empty");
            }
            return value;
        }

        void error(String column, String message) {
            problems.add(Problem.error(file, line, columnNumber(column), message));
        }

        void warning(String column, String message) {
            problems.add(Problem.warning(file, line, columnNumber(column), message));
        }

        private int columnNumber(String column) {
            return columns.getOrDefault(column, -1) + 1;
        }
    }
}
