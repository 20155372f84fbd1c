package dev.windrose.api.site;

import java.io.FileNotFoundException;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URLDecoder;
import java.nio.charset.StandardCharsets;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;
import org.springframework.core.io.Resource;
import org.springframework.core.io.support.PathMatchingResourcePatternResolver;
import org.springframework.stereotype.Component;

/** The files of the web application on the class path; empty where it has not been built. */
@Component
class WebExport {

    static final String POLICY_FILE = "csp.json";
    private static final String FOLDER = "/web/";
    private static final String BROTLI = ".br";

    private final Map<String, Resource> files;
    private final ResolvePath paths;
    private final Map<String, Asset> loaded = new ConcurrentHashMap<>();

    WebExport() {
        this(onClassPath());
    }

    WebExport(Map<String, Resource> files) {
        this.files = files;
        var served = new HashMap<>(files);
        served.remove(POLICY_FILE);
        served.keySet().removeIf(name -> name.endsWith(BROTLI));
        this.paths = new ResolvePath(served.keySet());
    }

    boolean isEmpty() {
        return files.isEmpty();
    }

    Optional<Asset> find(String path) {
        return paths.resolve(path).map(this::load);
    }

    Optional<byte[]> policies() {
        return Optional.ofNullable(files.get(POLICY_FILE)).map(WebExport::read);
    }

    private Asset load(String name) {
        return loaded.computeIfAbsent(
                name,
                missing -> Asset.of(
                        missing,
                        read(files.get(missing)),
                        Optional.ofNullable(files.get(missing + BROTLI)).map(WebExport::read)));
    }

    private static byte[] read(Resource file) {
        try {
            return file.getContentAsByteArray();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static Map<String, Resource> onClassPath() {
        var found = new HashMap<String, Resource>();
        try {
            for (var file : new PathMatchingResourcePatternResolver().getResources("classpath:/web/**")) {
                if (file.isReadable()) {
                    var url = URLDecoder.decode(file.getURL().getPath(), StandardCharsets.UTF_8);
                    found.put(url.substring(url.lastIndexOf(FOLDER) + FOLDER.length()), file);
                }
            }
        } catch (FileNotFoundException notBuilt) {
            return Map.of();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        return found;
    }
}
