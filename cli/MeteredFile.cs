using System.Net;
using System.Net.Http.Headers;

namespace OrleansContest.Cli;

/// <summary>A file as a request's body: streamed, and each step reported.</summary>
internal sealed class MeteredFile : HttpContent
{
    private const int StepBytes = 64 << 10;

    private readonly FileInfo file;
    private readonly IProgress<long> sent;

    public MeteredFile(FileInfo file, IProgress<long> sent)
    {
        (this.file, this.sent) = (file, sent);
        Headers.ContentType = new MediaTypeHeaderValue("application/octet-stream");
    }

    /// <summary>Bytes handed over so far.</summary>
    public long Sent { get; private set; }

    protected override Task SerializeToStreamAsync(Stream stream, TransportContext? context) =>
        SerializeToStreamAsync(stream, context, CancellationToken.None);

    protected override async Task SerializeToStreamAsync(Stream stream, TransportContext? context, CancellationToken cancellationToken)
    {
        await using var source = file.OpenRead();
        var step = new byte[StepBytes];
        int read;
        while ((read = await source.ReadAsync(step, cancellationToken)) > 0)
        {
            await stream.WriteAsync(step.AsMemory(0, read), cancellationToken);
            Sent += read;
            sent.Report(Sent);
        }
    }

    protected override bool TryComputeLength(out long length)
    {
        length = file.Length;
        return true;
    }
}
