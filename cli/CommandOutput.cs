using Spectre.Console;

namespace OrleansContest.Cli;

/// <summary>Where a command writes.</summary>
/// <param name="Console">Tables and progress.</param>
/// <param name="Errors">Why it could not run: plain lines, never wrapped, so that a command in them can be copied.</param>
internal sealed record CommandOutput(IAnsiConsole Console, TextWriter Errors);
