using OrleansContest.Cli;
using Spectre.Console;

return await CommandLine.RunAsync(args, new CommandOutput(AnsiConsole.Console, Console.Error));
