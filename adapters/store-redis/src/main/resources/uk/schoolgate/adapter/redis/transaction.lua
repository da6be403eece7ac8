-- Runs commands together or not at all.
-- ARGV[1]: {"acknowledge":[stream,group,id] or [], "guards":[{"name","read":[…],"expect"}], "commands":[[…],…]}
local request = cjson.decode(ARGV[1])
local item = request.acknowledge
if #item > 0 and #redis.call('XPENDING', item[1], item[2], item[3], item[3], 1) == 0 then
  return 'GONE'
end
for _, guard in ipairs(request.guards) do
  local found = redis.call(unpack(guard.read))
  if found == false then
    found = ''
  end
  if tostring(found) ~= guard.expect then
    return 'CONFLICT ' .. guard.name
  end
end
for _, command in ipairs(request.commands) do
  redis.call(unpack(command))
end
if #item > 0 then
  redis.call('XACK', item[1], item[2], item[3])
  redis.call('XDEL', item[1], item[3])
end
return 'DONE'
