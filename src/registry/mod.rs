//! Sourced facts on outlets and institutes, compiled in from `data/`.
