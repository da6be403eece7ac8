package uk.schoolgate.app.school;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.net.URLDecoder;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import org.springframework.core.io.Resource;
import org.springframework.core.io.support.PathMatchingResourcePatternResolver;

/** The fictional school that comes with Schoolgate: inside the jar, laid out as a folder before it is used. */
public final class ShippedSchool {
    private static final String NAME = "alder-lane";
    private static final String ROOT = "/schools/" + NAME + "/";

    private ShippedSchool() {}

    /** Lays the school's folder out under a data folder, as it was shipped, and says where it is. */
    public static Path layOut(Path data) {
        Path folder = data.resolve("schools").resolve(NAME);
        try {
            for (Resource resource :
                    new PathMatchingResourcePatternResolver().getResources("classpath:schools/" + NAME + "/**/*.*")) {
                String url = resource.getURL().toString();
                String name = url.substring(url.lastIndexOf(ROOT) + ROOT.length());
                Path file = folder.resolve(URLDecoder.decode(name, StandardCharsets.UTF_8));
                Files.createDirectories(file.getParent());
                try (InputStream in = resource.getInputStream()) {
                    Files.copy(in, file, StandardCopyOption.REPLACE_EXISTING);
                }
            }
            return folder;
        } catch (IOException e) {
            throw new UncheckedIOException("the shipped school cannot be laid out in " + folder, e);
        }
    }
}
