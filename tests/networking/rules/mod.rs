//! The pure rules of networking: who suits whom, the plan of meetings, towns.

mod example;
mod labelled;
mod matching;
mod meeting;
mod optimum;
mod sample;
mod town;
mod wishes;
