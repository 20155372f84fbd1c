package dev.windrose.platform.web;

import dev.windrose.platform.people.WorkspaceChange;
import dev.windrose.platform.people.Workspaces;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PatchMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RestController;

@RestController
@RequestMapping("/api/v1/workspace")
class WorkspaceController {

    private final Workspaces workspaces;

    WorkspaceController(Workspaces workspaces) {
        this.workspaces = workspaces;
    }

    @GetMapping
    WorkspaceView get() {
        return WorkspaceView.of(workspaces.current());
    }

    @PatchMapping
    WorkspaceView change(@RequestBody WorkspaceChange change) {
        return WorkspaceView.of(workspaces.change(change));
    }
}
