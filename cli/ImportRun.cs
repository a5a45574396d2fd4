using Spectre.Console;

namespace OrleansContest.Cli;

/// <summary>Sends files one after another.</summary>
internal sealed class ImportRun(GatewayClient gateway, IAnsiConsole console)
{
    private readonly ImportReport report = new(console);

    public static async Task<int> StartAsync(
        ImportTarget target, string? givenKey, IReadOnlyList<FileInfo> files, CommandOutput output, CancellationToken cancellationToken)
    {
        try
        {
            var key = IngestKey.Find(givenKey, target.Gateway, Environment.GetEnvironmentVariable);
            using var http = new HttpClient { Timeout = Timeout.InfiniteTimeSpan };
            return await new ImportRun(new GatewayClient(http, target, key), output.Console).RunAsync(files, cancellationToken);
        }
        catch (ImportException fault)
        {
            await output.Errors.WriteLineAsync(fault.Message);
            return ExitCodes.CouldNotRun;
        }
        catch (OperationCanceledException)
        {
            await output.Errors.WriteLineAsync("Stopped. It is safe to run the same import again: what is already logged is not logged twice.");
            return ExitCodes.CouldNotRun;
        }
    }

    /// <summary>The report comes in any case, with what was done until then.</summary>
    private async Task<int> RunAsync(IReadOnlyList<FileInfo> files, CancellationToken cancellationToken)
    {
        try
        {
            foreach (var file in files)
            {
                report.Add(file, await UploadProgress.ShowAsync(console, file, sent => gateway.SendAsync(file, sent, cancellationToken)));
            }
        }
        finally
        {
            report.Write();
        }

        return report.HasRejected ? ExitCodes.NotAll : ExitCodes.Done;
    }
}
