package dev.windrose.workspace.web;

import dev.windrose.workspace.WorkspaceState;
import dev.windrose.workspace.WorkspaceStates;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PutMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RestController;

/** Each person keeps their own pages; no role is needed for that. */
@RestController
@RequestMapping("/api/v1/workspace-states/{entityType}/{entityId}")
class WorkspaceStateController {

    private final WorkspaceStates states;

    WorkspaceStateController(WorkspaceStates states) {
        this.states = states;
    }

    @GetMapping
    WorkspaceState get(@PathVariable String entityType, @PathVariable String entityId) {
        return states.get(entityType, entityId);
    }

    @PutMapping
    WorkspaceState set(
            @PathVariable String entityType, @PathVariable String entityId, @RequestBody WorkspaceState state) {
        return states.set(entityType, entityId, state);
    }
}
