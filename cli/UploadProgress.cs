using Spectre.Console;

namespace OrleansContest.Cli;

/// <summary>Shows how much of a file was sent: a bar on a terminal, a line every tenth elsewhere.</summary>
internal static class UploadProgress
{
    public static Task<T> ShowAsync<T>(IAnsiConsole console, FileInfo file, Func<IProgress<long>, Task<T>> send) =>
        console.Profile.Capabilities.Interactive
            ? console.Progress()
                .Columns(new TaskDescriptionColumn(), new ProgressBarColumn(), new PercentageColumn(), new DownloadedColumn(), new TransferSpeedColumn())
                .StartAsync(context => send(new Bar(context.AddTask(Markup.Escape(file.Name), maxValue: file.Length))))
            : send(new Lines(console, file));

    private sealed class Bar(ProgressTask task) : IProgress<long>
    {
        public void Report(long value) => task.Value = value;
    }

    private sealed class Lines(IAnsiConsole console, FileInfo file) : IProgress<long>
    {
        private long tenths;

        public void Report(long value)
        {
            var now = file.Length == 0 ? 10 : value * 10 / file.Length;
            if (now > tenths)
            {
                tenths = now;
                console.WriteLine($"{file.Name}: {now * 10} % of {file.Length:N0} bytes sent");
            }
        }
    }
}
