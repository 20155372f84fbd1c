package dev.windrose.platform.web;

import dev.windrose.platform.id.TenantId;
import dev.windrose.platform.mail.Unsubscribe;
import java.util.UUID;
import org.springframework.http.MediaType;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RestController;

/** Ends mail to somebody, by the link in it and without signing in. Opening the link only asks: programs that look at mail open links too. */
@RestController
@RequestMapping("/api/v1/unsubscribe/{tenant}/{mail}/{secret}")
class UnsubscribeController {

    private static final String PAGE = """
            <!doctype html><html lang="en"><meta charset="utf-8"><meta name="viewport" content="width=device-width">
            <title>Unsubscribe</title><main><h1>%s</h1>%s</main></html>
            """;

    private final Unsubscribe unsubscribe;

    UnsubscribeController(Unsubscribe unsubscribe) {
        this.unsubscribe = unsubscribe;
    }

    @GetMapping(produces = MediaType.TEXT_HTML_VALUE)
    String ask() {
        return PAGE.formatted(
                "Do you want no more of this mail?",
                "<form method=\"post\"><button type=\"submit\">Unsubscribe</button></form>");
    }

    @PostMapping(produces = MediaType.TEXT_HTML_VALUE)
    String follow(@PathVariable UUID tenant, @PathVariable UUID mail, @PathVariable String secret) {
        unsubscribe.follow(new TenantId(tenant), mail, secret);
        return PAGE.formatted("You will get no more of this mail.", "");
    }
}
