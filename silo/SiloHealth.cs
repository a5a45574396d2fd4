using OrleansContest.Channels;

namespace OrleansContest.Silo;

/// <summary>Tells whoever runs the silo how it is. Its port is never public.</summary>
internal static class SiloHealth
{
    public static void MapSiloHealth(this WebApplication app)
    {
        app.MapGet("/health/live", () => Results.Ok(new { status = "live" }));
        app.MapGet("/health/ready", ReadyAsync);
    }

    /// <summary>Ready when a grain answers, which takes membership and the database.</summary>
    private static async Task<IResult> ReadyAsync(IGrainFactory grains, TimeProvider clock)
    {
        try
        {
            var channels = await grains.GetGrain<IDirectoryGrain>("contest").List().WaitAsync(TimeSpan.FromSeconds(3), clock);
            return Results.Ok(new { status = "ready", contests = channels.Length });
        }
        catch (Exception fault)
        {
            return Results.Json(new { status = "not ready", reason = fault.Message }, statusCode: StatusCodes.Status503ServiceUnavailable);
        }
    }
}
