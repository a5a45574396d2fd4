namespace OrleansContest.Events;

/// <summary>A gate and what it cost.</summary>
/// <param name="Number">From 1.</param>
/// <param name="Type"><c>normal</c>, <c>reverse</c>, or <c>unknown</c> where the course does not say.</param>
/// <param name="Penalty">Points: 0 clean, 2 touched, 50 missed; null not passed yet, or not known.</param>
public sealed record PublicGate(int Number, string Type, int? Penalty);
