package uk.schoolgate.app.playground;

import java.time.Duration;
import java.util.Map;
import org.springframework.core.io.ClassPathResource;
import org.springframework.core.io.Resource;
import org.springframework.http.CacheControl;
import org.springframework.http.MediaType;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RestController;

/** The page itself. It is served from here and not as a static resource, so that it is gone when the playground is off. */
@RestController
public final class PageController {
    private static final MediaType SCRIPT = MediaType.valueOf("text/javascript;charset=UTF-8");
    private static final Map<String, MediaType> FILES = Map.of(
            "playground.css", MediaType.valueOf("text/css;charset=UTF-8"),
            "playground.js", SCRIPT,
            "chat.js", SCRIPT,
            "guide.js", SCRIPT,
            "mail.js", SCRIPT,
            "elements.js", SCRIPT);
    /** Scripts of our own only; e-mails bring their own styles, and run nothing. */
    private static final String POLICY = "default-src 'none'; script-src 'self'; style-src 'self' 'unsafe-inline';"
            + " connect-src 'self'; img-src 'self' data:; frame-src 'self'; base-uri 'none'; form-action 'none';"
            + " frame-ancestors 'none'";

    @GetMapping("/")
    ResponseEntity<Resource> page() {
        return ResponseEntity.ok()
                .contentType(MediaType.valueOf("text/html;charset=UTF-8"))
                .cacheControl(CacheControl.noCache())
                .header("Content-Security-Policy", POLICY)
                .header("Referrer-Policy", "no-referrer")
                .header("X-Content-Type-Options", "nosniff")
                .body(new ClassPathResource("playground/index.html"));
    }

    @GetMapping("/assets/{name}")
    ResponseEntity<Resource> file(@PathVariable("name") String name) {
        MediaType type = FILES.get(name);
        if (type == null) {
            return ResponseEntity.notFound().build();
        }
        return ResponseEntity.ok()
                .contentType(type)
                .cacheControl(CacheControl.maxAge(Duration.ZERO).mustRevalidate())
                .header("X-Content-Type-Options", "nosniff")
                .body(new ClassPathResource("playground/" + name));
    }
}
