namespace OrleansContest.Gateway.Http;

/// <summary>Says whether this process lives, and whether it can serve.</summary>
internal static class HealthEndpoints
{
    public static void MapHealth(this IEndpointRouteBuilder routes)
    {
        var health = routes.MapGroup("/health").WithTags("Health");
        health.MapGet("", () => Results.Json(new HealthBody("ok"), GatewayJson.Plain.HealthBody))
            .WithSummary("The gateway answers").Produces<HealthBody>();
        health.MapGet("/live", () => Results.Json(new HealthBody("live"), GatewayJson.Plain.HealthBody))
            .WithSummary("The process runs").Produces<HealthBody>();
        health.MapGet("/ready", (EngineProbe probe) => ReadyAsync(probe))
            .WithSummary("The engine answers").Produces<HealthBody>().ProducesErrors(StatusCodes.Status503ServiceUnavailable);
    }

    private static async Task<IResult> ReadyAsync(EngineProbe probe) =>
        await probe.AnswersAsync()
            ? Results.Json(new HealthBody("ready"), GatewayJson.Plain.HealthBody)
            : new ErrorAnswer(StatusCodes.Status503ServiceUnavailable, "The engine does not answer, or the gateway is stopping", RetryAfterSeconds: 1);
}

/// <summary>A healthy answer.</summary>
/// <param name="Status"><c>ok</c>, <c>live</c> or <c>ready</c>.</param>
internal sealed record HealthBody(string Status);
