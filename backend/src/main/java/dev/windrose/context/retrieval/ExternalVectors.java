package dev.windrose.context.retrieval;

import java.util.Optional;
import org.springframework.stereotype.Component;

/** The index for vectors outside of this process, if one was set up. */
@Component
class ExternalVectors {

    Optional<VectorIndex> index() {
        return Optional.empty();
    }
}
