package uk.schoolgate.app.teams;

import jakarta.servlet.http.HttpServletRequest;
import java.io.IOException;
import org.springframework.http.HttpHeaders;
import org.springframework.http.MediaType;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RestController;
import uk.schoolgate.adapter.teams.TeamsDoor;

/** {@code POST /api/messages}. The body goes to the door as it came: Spring's JSON does not know Bot Builder's types. */
@RestController
public final class TeamsController {
    private final TeamsDoor door;

    public TeamsController(TeamsDoor door) {
        this.door = door;
    }

    @PostMapping("/api/messages")
    ResponseEntity<String> receive(HttpServletRequest request) throws IOException {
        TeamsDoor.Answer answer = door.receive(request.getHeader(HttpHeaders.AUTHORIZATION), request.getInputStream());
        return ResponseEntity.status(answer.status())
                .contentType(MediaType.APPLICATION_JSON)
                .body(answer.json());
    }
}
