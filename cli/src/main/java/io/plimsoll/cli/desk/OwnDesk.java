package io.plimsoll.cli.desk;

import io.plimsoll.project.OpenProject;

/** The desk of a workspace that this process has opened. */
public record OwnDesk(OpenProject project) implements Desk {
    @Override
    public RunDesk runs() {
        return new OwnRuns(project);
    }

    @Override
    public ModelDesk models() {
        return new OwnModels(project);
    }

    @Override
    public EndpointDesk endpoints() {
        return new OwnEndpoints(project);
    }

    @Override
    public DatasetDesk datasets() {
        return new OwnDatasets(project);
    }

    @Override
    public EventDesk events() {
        return new OwnEvents(project.workspace().events());
    }

    @Override
    public void close() {
        project.close();
    }
}
