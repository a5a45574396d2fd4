namespace OrleansContest.Matches;

/// <summary>A team as it is shown.</summary>
/// <param name="Name">1 to 256 characters.</param>
/// <param name="Color">A colour as style sheets write it, such as <c>#cc0000</c>; up to 32 characters, null when none was chosen.</param>
public sealed record Team(string Name, string? Color);
