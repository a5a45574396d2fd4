using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Routing;

namespace OrleansContest.Metrics;

/// <summary>Shows a process's figures to Prometheus.</summary>
public static class MetricsEndpoint
{
    public static void MapMetrics(this IEndpointRouteBuilder routes) =>
        routes.MapGet("/metrics", (MetricCollector metrics) => Results.Text(metrics.Text(), PrometheusText.ContentType))
            .WithTags("Health").WithSummary("Every figure, in Prometheus' text form").Produces<string>(contentType: "text/plain");
}
