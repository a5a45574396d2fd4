namespace OrleansContest.LoadTest.Truth;

/// <summary>A message broke what every spectator is promised.</summary>
/// <param name="message">What was expected, and what came.</param>
internal sealed class BreachException(string message) : Exception(message);
