package dev.windrose.integrations.web;

import dev.windrose.integrations.Connector;
import dev.windrose.integrations.ReceivePushed;
import dev.windrose.platform.error.AppException;
import dev.windrose.platform.error.CommonError;
import dev.windrose.platform.id.Ids;
import dev.windrose.platform.id.TenantId;
import jakarta.servlet.http.HttpServletRequest;
import java.io.IOException;
import java.util.Map;
import java.util.Objects;
import java.util.UUID;
import org.springframework.http.MediaType;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RestController;
import org.springframework.web.util.HtmlUtils;

/** A small form to be shown inside of pages of other sites. It works without scripts. */
@RestController
@RequestMapping("/api/v1/forms/{tenant}/{connection}")
class FormController {

    private static final String PAGE = """
            <!doctype html><html lang="en"><head><meta charset="utf-8"><meta name="viewport" content="width=device-width"><title>%s</title>
            <style>body{font:16px/1.5 system-ui,sans-serif;margin:1rem;color:#1b1f24}label{display:block;margin:.75rem 0 .25rem}
            input,textarea,button{font:inherit;width:100%%;box-sizing:border-box;padding:.5rem;border:1px solid #6b7280;border-radius:6px}
            button{margin-top:1rem;background:#1f4f8f;color:#fff;border:0}.trap{position:absolute;left:-9999px}</style></head>
            <body><main>%s</main></body></html>
            """;

    private static final String FORM = """
            <h1>Write to us</h1><form method="post">
            <label for="name">Name</label><input id="name" name="name" autocomplete="name" required maxlength="200">
            <label for="email">E-mail</label><input id="email" name="email" type="email" autocomplete="email" required maxlength="254">
            <label for="company">Company</label><input id="company" name="company" autocomplete="organization" maxlength="200">
            <label for="message">Message</label><textarea id="message" name="message" rows="6" required maxlength="10000"></textarea>
            <div class="trap" aria-hidden="true"><input name="windrose_leave_empty" aria-label="Leave empty" tabindex="-1" autocomplete="off"></div>
            <input type="hidden" name="form_token" value="%s"><button type="submit">Send</button></form>
            """;

    private final ReceivePushed receive;

    FormController(ReceivePushed receive) {
        this.receive = receive;
    }

    @GetMapping(produces = MediaType.TEXT_HTML_VALUE)
    String form(@PathVariable UUID tenant, @PathVariable UUID connection) {
        requireForm(tenant, connection);
        return PAGE.formatted("Write to us", FORM.formatted(Ids.next()));
    }

    @PostMapping(produces = MediaType.TEXT_HTML_VALUE)
    String send(@PathVariable UUID tenant, @PathVariable UUID connection, HttpServletRequest request)
            throws IOException {
        requireForm(tenant, connection);
        var call = new Connector.Call(
                Map.of(),
                Objects.requireNonNullElse(request.getContentType(), ""),
                request.getInputStream().readAllBytes(),
                request.getRemoteAddr());
        String thanks = receive.accept(new TenantId(tenant), connection, call) instanceof Map<?, ?> answer
                ? String.valueOf(answer.get("text"))
                : "";
        return PAGE.formatted("Sent", "<h1>Sent</h1><p role=\"status\">" + HtmlUtils.htmlEscape(thanks) + "</p>");
    }

    private void requireForm(UUID tenant, UUID connection) {
        if (!receive.open(new TenantId(tenant), connection).kind().equals("web_form")) {
            throw new AppException(CommonError.NOT_FOUND, "There is no such form.");
        }
    }
}
