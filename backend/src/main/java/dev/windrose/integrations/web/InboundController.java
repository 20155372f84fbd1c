package dev.windrose.integrations.web;

import dev.windrose.integrations.Connector;
import dev.windrose.integrations.ReceivePushed;
import dev.windrose.platform.id.TenantId;
import jakarta.servlet.http.HttpServletRequest;
import java.io.IOException;
import java.util.Collections;
import java.util.HashMap;
import java.util.Locale;
import java.util.Objects;
import java.util.UUID;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RestController;

/** The door for sources that call us. The body is read as it came: signatures are over its bytes. */
@RestController
class InboundController {

    private final ReceivePushed receive;

    InboundController(ReceivePushed receive) {
        this.receive = receive;
    }

    @PostMapping("/api/v1/inbound/{tenant}/{connection}")
    Object receive(@PathVariable UUID tenant, @PathVariable UUID connection, HttpServletRequest request)
            throws IOException {
        var headers = new HashMap<String, String>();
        Collections.list(request.getHeaderNames())
                .forEach(name -> headers.put(name.toLowerCase(Locale.ROOT), request.getHeader(name)));
        var call = new Connector.Call(
                headers,
                Objects.requireNonNullElse(request.getContentType(), ""),
                request.getInputStream().readAllBytes(),
                request.getRemoteAddr());
        return receive.accept(new TenantId(tenant), connection, call);
    }
}
