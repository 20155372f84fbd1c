package dev.windrose.api.site;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Set;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class ResolvePathTests {

    private final ResolvePath paths = new ResolvePath(Set.of(
            "index.html",
            "index.txt",
            "accounts.html",
            "accounts.txt",
            "accounts/_.html",
            "accounts/_.txt",
            "accounts/_/__next.$d$id.txt",
            "accounts/_/deep/_.html",
            "records/_/_.html",
            "icon.svg",
            "_next/static/chunks/a.js"));

    @ParameterizedTest
    @CsvSource({
        "/, index.html",
        "/accounts, accounts.html",
        "/accounts/, accounts.html",
        "/accounts/42, accounts/_.html",
        "/accounts/42.txt, accounts/_.txt",
        "/accounts.txt, accounts.txt",
        "/accounts/42/__next.$d$id.txt, accounts/_/__next.$d$id.txt",
        "/accounts/42/deep/7, accounts/_/deep/_.html",
        "/records/widgets/7, records/_/_.html",
        "/icon.svg, icon.svg",
        "/_next/static/chunks/a.js, _next/static/chunks/a.js",
    })
    void findsTheExactFileThenThePageThenThePlaceholder(String path, String file) {
        assertThat(paths.resolve(path)).contains(file);
    }

    @Test
    void findsNothingForUnknownPlaces() {
        assertThat(paths.resolve("/nowhere/at/all")).isEmpty();
        assertThat(paths.resolve("/_next/static/chunks/old.js")).isEmpty();
        assertThat(paths.resolve("/_next/static/chunks")).isEmpty();
        assertThat(paths.resolve("/accounts/../index.html")).isEmpty();
    }
}
