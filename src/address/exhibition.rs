//! The exhibition: projects, stands, the plan of the halls.

use crate::route::addresses;

addresses! {
    /// All projects, narrowed by topic, organisation and words in the query.
    Projects { congress } = "/{congress}/projects";
    /// The plan of the halls, with who stands where.
    HallPlan { congress } = "/{congress}/projects/plan";
    Project { congress, code } = "/{congress}/projects/{code}";

    /// The desk's list of projects.
    DeskProjects { congress } = "/{congress}/desk/projects";
    /// One of them. Where the `id` is `new`, the page begins empty and its POST adds.
    DeskProject { congress, id } = "/{congress}/desk/projects/{id}";
    /// Takes it out, with its stand freed.
    DeskProjectRemoval { congress, id } = "/{congress}/desk/projects/{id}/removal";
    /// Gives it a stand, or takes it away.
    DeskProjectStand { congress, id } = "/{congress}/desk/projects/{id}/stand";
    /// Halls and their stands.
    DeskStands { congress } = "/{congress}/desk/stands";
    /// Spreads what has no stand yet.
    DeskSpread { congress } = "/{congress}/desk/stands/spread";
    DeskHall { congress, id } = "/{congress}/desk/stands/halls/{id}";
    DeskHallRemoval { congress, id } = "/{congress}/desk/stands/halls/{id}/removal";
    DeskStand { congress, id } = "/{congress}/desk/stands/{id}";
    DeskStandRemoval { congress, id } = "/{congress}/desk/stands/{id}/removal";
    /// Moves it within its hall.
    DeskStandPlace { congress, id } = "/{congress}/desk/stands/{id}/place";
}
