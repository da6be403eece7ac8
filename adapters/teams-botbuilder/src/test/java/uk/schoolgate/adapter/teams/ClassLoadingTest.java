package uk.schoolgate.adapter.teams;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.File;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.lang.reflect.Field;
import java.math.BigDecimal;
import java.net.MalformedURLException;
import java.net.URL;
import java.net.URLClassLoader;
import java.nio.file.Path;
import java.time.OffsetDateTime;
import java.util.Arrays;
import java.util.concurrent.Callable;
import java.util.concurrent.CompletableFuture;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import uk.schoolgate.adapter.teams.incoming.ActivityReader;

/**
 * Trap 3. In the executable jar a pool's thread does not see the libraries through its own class loader, as here: Bot
 * Builder, once loaded there, can never read or write a time again.
 */
class ClassLoadingTest {
    private static final String SERIALIZATION = "com.microsoft.bot.schema.Serialization";
    private static final String ENTITY = "com.microsoft.bot.schema.Entity";

    private static final OffsetDateTime TIME = OffsetDateTime.parse("2026-11-17T08:15:00Z");

    /** As in the executable jar: everything is in a loader of its own, beside the one that started the JVM. */
    private final URLClassLoader jar = new URLClassLoader(
            Arrays.stream(System.getProperty("surefire.test.class.path", System.getProperty("java.class.path"))
                            .split(File.pathSeparator, -1))
                    .map(ClassLoadingTest::url)
                    .toArray(URL[]::new),
            ClassLoader.getPlatformClassLoader());

    @AfterEach
    void close() throws IOException {
        jar.close();
    }

    @ParameterizedTest
    @ValueSource(strings = {SERIALIZATION, ENTITY})
    void loadedFirstOnAPoolsThreadBotBuilderKnowsNoTimes(String type) {
        assertThatThrownBy(() -> onAThreadOf(ClassLoader.getPlatformClassLoader(), () -> timeAsTree(type)))
                .rootCause()
                .hasMessageContaining("OffsetDateTime");
    }

    /** Cured by ActivityReader, which the main thread makes at the start. */
    @ParameterizedTest
    @ValueSource(strings = {SERIALIZATION, ENTITY})
    void loadedWithTheReaderItKnowsThemOnEveryThread(String type) {
        onAThreadOf(
                jar,
                () -> jar.loadClass(ActivityReader.class.getName())
                        .getConstructor()
                        .newInstance());
        Object tree = onAThreadOf(ClassLoader.getPlatformClassLoader(), () -> timeAsTree(type));
        assertThat(new BigDecimal(tree.toString())).isEqualByComparingTo(BigDecimal.valueOf(TIME.toEpochSecond()));
    }

    private Object timeAsTree(String type) throws ReflectiveOperationException {
        Field field = jar.loadClass(type).getDeclaredField("objectMapper");
        field.setAccessible(true);
        Object mapper = field.get(null);
        return mapper.getClass().getMethod("valueToTree", Object.class).invoke(mapper, TIME);
    }

    private static Object onAThreadOf(ClassLoader loader, Callable<Object> work) {
        CompletableFuture<Object> result = new CompletableFuture<>();
        Thread thread = new Thread(() -> {
            try {
                result.complete(work.call());
            } catch (Exception e) {
                result.completeExceptionally(e);
            }
        });
        thread.setContextClassLoader(loader);
        thread.start();
        return result.join();
    }

    private static URL url(String entry) {
        try {
            return Path.of(entry).toUri().toURL();
        } catch (MalformedURLException e) {
            throw new UncheckedIOException(e);
        }
    }
}
