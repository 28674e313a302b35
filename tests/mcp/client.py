"""A client of another maker: asks `simplan mcp` through the official SDK for Python.

    python client.py SIMPLAN MODE < calls.json > answers.json

MODE is `legacy` for versions of the protocol with a handshake, else `auto`. A call is a tool and its arguments. The SDK
itself checks each answer against the schema of its tool, and fails if it does not meet it.
"""

import asyncio
import json
import sys

from mcp import Client, StdioServerParameters
from mcp.shared.exceptions import MCPError


async def main(simplan: str, mode: str) -> None:
    calls = json.load(sys.stdin)
    server = StdioServerParameters(command=simplan, args=["mcp", "--no-config", "--today", "2026-11-25"])
    async with Client(server, mode=mode) as client:
        tools = (await client.list_tools()).tools
        results = []
        for tool, arguments in calls:
            result = await client.call_tool(tool, arguments)
            results.append({
                "structured": result.structured_content,
                "texts": [content.text for content in result.content],
                "is_error": result.is_error,
            })
        try:
            await client.call_tool("no_such_tool", {})
            refusal = None
        except MCPError as error:
            refusal = error.code
        json.dump({
            "version": client.protocol_version,
            "server": client.server_info.name,
            "server_version": client.server_info.version,
            "instructions": client.instructions,
            "tools": [tool.model_dump(by_alias=True, mode="json") for tool in tools],
            "results": results,
            "refusal": refusal,
        }, sys.stdout)


asyncio.run(main(sys.argv[1], sys.argv[2]))
