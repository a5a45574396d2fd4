using OrleansContest.LoadTest;
using Spectre.Console;

return await LoadCommand.RunAsync(args, AnsiConsole.Console, Console.Error);
