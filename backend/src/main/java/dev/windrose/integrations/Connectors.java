package dev.windrose.integrations;

import dev.windrose.platform.error.AppException;
import java.util.Comparator;
import java.util.List;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.stereotype.Component;

/** The kinds of sources there are. */
@Component
public class Connectors {

    private final ObjectProvider<Connector> connectors;

    Connectors(ObjectProvider<Connector> connectors) {
        this.connectors = connectors;
    }

    public List<Connector> all() {
        return connectors.stream()
                .sorted(Comparator.comparing(Connector::label))
                .toList();
    }

    /** @throws AppException UNKNOWN_KIND */
    public Connector get(String kind) {
        return connectors.stream()
                .filter(connector -> connector.kind().equals(kind))
                .findFirst()
                .orElseThrow(() -> new AppException(
                        ConnectionError.UNKNOWN_KIND,
                        "There is no kind of source called \"%s\".".formatted(kind),
                        "kind"));
    }
}
