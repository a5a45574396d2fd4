namespace OrleansContest.Gateway.Metrics;

/// <summary>Shows the gateway's figures to Prometheus.</summary>
internal static class MetricsEndpoint
{
    public static void MapMetrics(this IEndpointRouteBuilder routes) =>
        routes.MapGet("/metrics", (MetricCollector metrics) => Results.Text(metrics.Text(), PrometheusText.ContentType))
            .WithTags("Health").WithSummary("Every figure, in Prometheus' text form").Produces<string>(contentType: "text/plain");
}
