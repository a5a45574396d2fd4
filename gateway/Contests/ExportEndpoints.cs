using System.Buffers;
using OrleansContest.Channels;
using OrleansContest.Contests;
using OrleansContest.Contests.Formats;
using OrleansContest.Gateway.Http;

namespace OrleansContest.Gateway.Contests;

/// <summary>Gives a log as a file.</summary>
internal static class ExportEndpoints
{
    public static void MapExport(this IEndpointRouteBuilder routes)
    {
        var export = routes.MapGroup("/api/export").WithTags("Files");
        export.MapGet("/adif", AdifAsync).WithSummary("The log as ADIF 3")
            .Produces<string>(contentType: "text/plain").ProducesErrors(400, 404, 503);
        export.MapGet("/cabrillo", CabrilloAsync).WithSummary("One station's log as Cabrillo 3.0")
            .Produces<string>(contentType: "text/plain").ProducesErrors(400, 404, 503);
    }

    private static Task<IResult> AdifAsync(IChannels channels, string? contestId, string? station) =>
        AnswerAsync(channels, contestId, card =>
            Task.FromResult<IResult>(new LogFile(new LogPages(channels, card.Id, NullIfEmpty(station)), $"{card.Id}.adi", output => new AdifWriter(output))));

    private static Task<IResult> CabrilloAsync(IChannels channels, string? contestId, string? station) =>
        AnswerAsync(channels, contestId, card => OneStationAsync(channels, card, NullIfEmpty(station)));

    private static async Task<IResult> OneStationAsync(IChannels channels, ContestCard card, string? station)
    {
        station ??= await new LogPages(channels, card.Id, null).OnlyStationAsync();
        if (station is null)
        {
            return ErrorAnswer.BadRequest("station is required", "The log has several stations, or none; a Cabrillo file has one");
        }

        var kept = (await channels.Get<IContest>(card.Id).Headers())?.FirstOrDefault(headers => headers.StationId == station);
        return new LogFile(
            new LogPages(channels, card.Id, station), $"{card.Id}.cbr", output => new CabrilloWriter(output, card.Name, station, kept));
    }

    private static async Task<IResult> AnswerAsync(IChannels channels, string? contestId, Func<ContestCard, Task<IResult>> answer)
    {
        if (string.IsNullOrEmpty(contestId))
        {
            return ContestQuery.Missing("contestId");
        }

        return ChannelId.IsValidId(contestId) && await channels.Get<IContest>(contestId).Card() is { } card
            ? await answer(card)
            : Refusals.Answer(ContestRefusals.ContestNotFound);
    }

    private static string? NullIfEmpty(string? text) => text is { Length: > 0 } ? text : null;

    /// <summary>A log, sent page by page while it is read.</summary>
    private sealed class LogFile(LogPages pages, string name, Func<IBufferWriter<byte>, ILogWriter> open) : IResult
    {
        public async Task ExecuteAsync(HttpContext httpContext)
        {
            var response = httpContext.Response;
            response.ContentType = "text/plain; charset=utf-8";
            response.Headers.ContentDisposition = $"attachment; filename=\"{name}\"";
            var writer = open(response.BodyWriter);
            writer.WriteBegin();
            await foreach (var page in pages.ReadAsync().WithCancellation(httpContext.RequestAborted))
            {
                foreach (var entry in page)
                {
                    writer.Write(entry);
                }

                await response.BodyWriter.FlushAsync(httpContext.RequestAborted);
            }

            writer.WriteEnd();
            await response.BodyWriter.FlushAsync(httpContext.RequestAborted);
        }
    }
}
