using System.Net;

namespace OrleansContest.Gateway.Tests.Http;

/// <summary>A body of unstated length that is sent in pieces.</summary>
internal sealed class PiecewiseContent(byte[] body, int piece) : HttpContent
{
    protected override async Task SerializeToStreamAsync(Stream stream, TransportContext? context)
    {
        foreach (var part in body.Chunk(piece))
        {
            await stream.WriteAsync(part);
            await stream.FlushAsync();
        }
    }

    protected override bool TryComputeLength(out long length)
    {
        length = 0;
        return false;
    }
}
