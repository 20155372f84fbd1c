package dev.windrose.journeys.web;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.time.Duration;
import org.springframework.core.io.ClassPathResource;
import org.springframework.http.CacheControl;
import org.springframework.http.MediaType;
import org.springframework.http.ResponseEntity;
import org.springframework.util.DigestUtils;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.RestController;

/** The script by which pages hand in events. It is the same for everybody and holds no secret. */
@RestController
class ScriptController {

    private static final MediaType SCRIPT = MediaType.parseMediaType("text/javascript;charset=utf-8");

    private final byte[] script;
    private final String tag;

    ScriptController() {
        try {
            script = new ClassPathResource("tracking/w.js").getContentAsByteArray();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        tag = '"' + DigestUtils.md5DigestAsHex(script) + '"';
    }

    @GetMapping("/w.js")
    ResponseEntity<byte[]> script() {
        return ResponseEntity.ok()
                .contentType(SCRIPT)
                .cacheControl(CacheControl.maxAge(Duration.ofHours(1)))
                .eTag(tag)
                .body(script);
    }
}
