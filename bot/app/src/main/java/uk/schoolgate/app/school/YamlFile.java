package uk.schoolgate.app.school;

import java.io.IOException;
import java.io.StringReader;
import java.nio.charset.MalformedInputException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Optional;
import org.yaml.snakeyaml.LoaderOptions;
import org.yaml.snakeyaml.Yaml;
import org.yaml.snakeyaml.error.MarkedYAMLException;
import org.yaml.snakeyaml.error.YAMLException;
import org.yaml.snakeyaml.nodes.Node;

/** Reads a YAML file and says where what is wrong stands. */
final class YamlFile {
    private static final int MOST_ALIASES = 20;

    private YamlFile() {}

    /**
     * The root of the file; empty where it cannot be read, which is then among the problems, or holds nothing.
     *
     * @param name as it is called in messages
     */
    static Optional<Node> root(Path path, String name, Problems problems) {
        try {
            LoaderOptions options = new LoaderOptions();
            options.setMaxAliasesForCollections(MOST_ALIASES);
            return Optional.ofNullable(new Yaml(options).compose(new StringReader(Files.readString(path))));
        } catch (MarkedYAMLException e) {
            int line = e.getProblemMark() == null ? 0 : e.getProblemMark().getLine() + 1;
            int column = e.getProblemMark() == null ? 0 : e.getProblemMark().getColumn() + 1;
            problems.add(Problem.error(name, line, column, "is not YAML here: " + e.getProblem()));
        } catch (YAMLException e) {
            problems.add(Problem.error(name, "has a character that YAML does not allow"));
        } catch (MalformedInputException e) {
            problems.add(Problem.error(name, "is not UTF-8: save it as UTF-8"));
        } catch (IOException e) {
            problems.add(Problem.error(name, "cannot be read: " + e.getClass().getSimpleName()));
        }
        return Optional.empty();
    }
}
