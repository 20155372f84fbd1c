package dev.windrose.api.site;

import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import org.springframework.stereotype.Component;
import tools.jackson.core.type.TypeReference;
import tools.jackson.databind.json.JsonMapper;

/** The Content-Security-Policy of each page: scripts of our own and the page's inline scripts by hash, nothing else. */
@Component
class ContentPolicies {

    private static final String REST =
            "; style-src 'self' 'unsafe-inline'; img-src 'self' data: blob:; font-src 'self'; connect-src 'self'"
                    + "; object-src 'none'; base-uri 'none'; form-action 'self'; frame-ancestors 'none'";

    private final Map<String, String> byPage;

    ContentPolicies(WebExport export) {
        Map<String, List<String>> hashes = export.policies()
                .map(json -> JsonMapper.shared().readValue(json, new TypeReference<Map<String, List<String>>>() {}))
                .orElse(Map.of());
        this.byPage = hashes.entrySet().stream()
                .collect(Collectors.toMap(Map.Entry::getKey, page -> policy(page.getValue())));
    }

    String of(String page) {
        return byPage.getOrDefault(page, policy(List.of()));
    }

    private static String policy(List<String> hashes) {
        return "default-src 'self'; script-src 'self'"
                + hashes.stream().map(hash -> " '" + hash + "'").collect(Collectors.joining()) + REST;
    }
}
